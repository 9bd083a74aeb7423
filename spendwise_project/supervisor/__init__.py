"""Starts Redis, web, worker and scheduler, keeps them running, and leaves no process behind."""
