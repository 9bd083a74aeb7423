# Sets PYTHON to a Python of 3.11 or newer that can make virtual environments. Sourced by demo.sh and test.sh.

find_python() {
    local candidate
    for candidate in ${SPENDWISE_PYTHON:-} python3 python3.13 python3.12 python3.11 python3.14 python; do
        if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            PYTHON=$candidate
            return 0
        fi
    done
    echo "SpendWise needs Python 3.11 or newer, and found none on PATH. Install it (apt-get install python3 python3-venv, brew install python), or set SPENDWISE_PYTHON to its path." >&2
    return 1
}

# Debian and Ubuntu ship Python without venv and ensurepip.
ensure_venv_module() {
    if "$PYTHON" -c 'import ensurepip, venv' 2>/dev/null; then
        return 0
    fi
    local package
    package="python$("$PYTHON" -c 'import sys; print("%d.%d" % sys.version_info[:2])')-venv"
    if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
        echo "Installing $package ..."
        if { apt-get install -y -q "$package" || { apt-get update -q && apt-get install -y -q "$package"; }; } >/dev/null 2>&1 </dev/null \
            && "$PYTHON" -c 'import ensurepip, venv' 2>/dev/null; then
            return 0
        fi
    fi
    echo "This Python cannot make virtual environments. Install the package $package (apt-get install $package), then start again." >&2
    return 1
}
