#!/usr/bin/env python
"""Django's command line. Commands of ours: seed, refresh, backup, backup_restore, rotate_jwt_secret, up."""

import os
import sys

from spendwise_project.envfile import ensure_env_file


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "spendwise_project.settings")
    ensure_env_file()
    try:
        from django.core.management import execute_from_command_line
    except ImportError:
        sys.exit("Django is not installed here. Run ./scripts/demo.sh once, then use .venv/bin/python manage.py.")
    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
