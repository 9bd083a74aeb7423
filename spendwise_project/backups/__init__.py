"""Backups of a data directory: one archive each, made while everything runs, and put back as a whole or not at all."""
