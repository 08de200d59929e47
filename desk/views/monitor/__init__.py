"""The monitor: who waits for a person, how long, and how high the ladder has climbed (ILM-02). Its page is ``screen``."""
