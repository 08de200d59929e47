"""Settings: sections at the left, what is set at the right (settings.png). The palette names the sections without their screen."""
