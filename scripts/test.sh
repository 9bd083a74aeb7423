#!/usr/bin/env bash
# The gate: every blocking check, one line each, a summary at the end, exit 1 if anything failed or could not run.
#   ./scripts/test.sh [--full] [--without-browser] [--without-compose] [--without-postgres] [--without-hledger] [--only WORD]
# --full      adds the long campaigns, the scores of the engines and everything once more on PostgreSQL
# --without-* go without what this machine cannot run (it says so otherwise, and fails)
# --only      runs only the checks whose name contains WORD
set -uo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(dirname "$here")
cd "$root" || exit 1
. "$here/find_python.sh"

full="" browser=yes compose=yes postgres=yes hledger=yes only=""
while [ $# -gt 0 ]; do
    case $1 in
        --full) full=yes ;;
        --without-browser) browser="" ;;
        --without-compose) compose="" ;;
        --without-postgres) postgres="" ;;
        --without-hledger) hledger="" ;;
        --only) only=${2:?--only wants a word}; shift ;;
        --only=*) only=${1#--only=} ;;
        *) echo "usage: ./scripts/test.sh [--full] [--without-browser] [--without-compose] [--without-postgres] [--without-hledger] [--only WORD]" >&2; exit 2 ;;
    esac
    shift
done

find_python && ensure_venv_module || exit 1
scratch=$(mktemp -d "${TMPDIR:-/tmp}/spendwise-gate.XXXXXX")
logs="$root/var/gate"
rm -rf "$logs" && mkdir -p "$logs"
passed=0 failed=0 unran=0 number=0 child="" aside="" aside_name="" aside_log="" aside_started=0
failures=()

finish() {
    local group
    for group in $child $aside; do kill -TERM -- "-$group" 2>/dev/null; done
    rm -rf "$scratch"
}
trap finish EXIT
trap 'exit 130' INT TERM

# begin NAME COMMAND...: start it in a group of its own, so that an interrupted gate leaves nothing running. Sets
# begun (the group) and log.
begin() {
    local name=$1
    shift
    number=$((number + 1))
    log=$(printf '%s/%02d-%s.log' "$logs" "$number" "${name//[^a-zA-Z0-9]/-}")
    set -m
    "$@" >"$log" 2>&1 </dev/null &
    begun=$!
    set +m
}

# ended NAME STATUS SECONDS LOG: one line, and the end of the output when it failed.
ended() {
    if [ "$2" -eq 0 ]; then
        passed=$((passed + 1))
        printf 'ok    %4d s  %s\n' "$3" "$1"
    else
        failed=$((failed + 1))
        failures+=("$1")
        printf 'FAIL  %4d s  %s (whole output: %s)\n' "$3" "$1" "$4"
        tail -n 60 "$4" | sed 's/^/      | /'
    fi
}

# check NAME COMMAND...: run and wait.
check() {
    local name=$1 started=$SECONDS log begun status
    [[ $name == *"$only"* ]] || return 0
    begin "$@"
    child=$begun
    wait "$child"
    status=$?
    child=""
    ended "$name" "$status" $((SECONDS - started)) "$log"
}

# beside NAME COMMAND...: start one that mostly waits while others run; `await_beside` waits for it and tells how it went.
beside() {
    local log begun
    [[ $1 == *"$only"* ]] || return 0
    aside_name=$1 aside_started=$SECONDS
    begin "$@"
    aside=$begun aside_log=$log
}

await_beside() {
    local status
    [ -n "$aside" ] || return 0
    wait "$aside"
    status=$?
    aside=""
    ended "$aside_name" "$status" $((SECONDS - aside_started)) "$aside_log"
}

# cannot NAME REASON WAIVER: something this machine could not run.
cannot() {
    [[ $1 == *"$only"* ]] || return 0
    unran=$((unran + 1))
    failures+=("$1 (not run)")
    printf 'FAIL   not run  %s: %s. Tell the gate to go without: %s\n' "$1" "$2" "$3"
}

apt_install() {
    [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null || return 1
    apt-get install -y -q --no-install-recommends "$@" || { apt-get update -q && apt-get install -y -q --no-install-recommends "$@"; }
}

install() { "$PYTHON" -u -m scripts.install "$1"; }

# With --only, the check may be the first to need the packages; otherwise they are there and this takes no time.
in_frontend() { install node-modules && (cd frontend && "$@"); }

browser_tests() { install bundle && python -m tests.stack.serve --in frontend -- npx --no-install playwright test; }

schema_drift() {
    python manage.py spectacular --validate --fail-on-warn --file "$scratch/openapi.yaml" \
        && diff -u frontend/openapi.yaml "$scratch/openapi.yaml"
}

client_drift() {
    in_frontend npx --no-install openapi-typescript openapi.yaml -o "$scratch/schema.gen.ts" \
        && diff -u frontend/src/api/schema.gen.ts "$scratch/schema.gen.ts"
}

compose_config() {
    # Either spelling; the stand-alone one is what Debian packages.
    if docker compose version >/dev/null 2>&1; then
        docker compose config --quiet && docker compose --profile dev config --quiet &&
            docker compose -f docker-compose.yml -f docker-compose.secrets.yml config --quiet
    else
        docker-compose config --quiet && docker-compose --profile dev config --quiet &&
            docker-compose -f docker-compose.yml -f docker-compose.secrets.yml config --quiet
    fi
}

has_compose() { docker compose version >/dev/null 2>&1 || command -v docker-compose >/dev/null; }

find_chromium() {
    local candidate
    for candidate in "${CHROMIUM_PATH:-}" chromium chromium-browser google-chrome "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"; do
        [ -n "$candidate" ] && CHROMIUM_PATH=$(command -v "$candidate") && export CHROMIUM_PATH && return 0
    done
    return 1
}

has_postgres() { compgen -G "/usr/lib/postgresql/*/bin/initdb" >/dev/null || command -v initdb >/dev/null; }

postgres_tests() {
    python -m tests.postgres -- python -m pytest -q -n 2 -m "not stack and not campaign" \
        && python -m tests.postgres -- python -m pytest -q -m "stack and not campaign"
}

# Tests of code without a database or a server: they may run beside the stack tests.
pure=(transactions/tests/statements transactions/tests/ledger advisory/tests/analysis advisory/tests/narration advisory/tests/reports)
pure_tests() { python -m pytest -q -n 2 -m "not stack and not campaign" "${pure[@]}"; }

deploy_check() { SPENDWISE_DEBUG=off python manage.py check --deploy --fail-level WARNING; }

requirements_started=$SECONDS
if ! install packages >"$logs/00-packages.log" 2>&1; then
    cat "$logs/00-packages.log"
    echo "0 passed, 1 failed: the packages could not be installed"
    exit 1
fi
printf 'ok    %4d s  packages\n' $((SECONDS - requirements_started))
eval "$("$PYTHON" -m scripts.install environment)"
# The checks see no developer's data and no secrets of theirs.
unset REDIS_URL DATABASE_URL SECRET_KEY JWT_SECRET_KEY
export SPENDWISE_DATA_DIR="$scratch/data" SPENDWISE_DEBUG=on CI=true
mkdir -p "$SPENDWISE_DATA_DIR"

check "npm packages" install node-modules
check "vite build" install bundle
# Real servers and workers, started, killed and waited for: they leave the machine idle half of the time.
beside "stack tests" python -m pytest -q -m "stack and not campaign"
check "ruff format" ruff format --check .
check "ruff check" ruff check .
check "mypy strict" mypy .
check "import contracts" lint-imports
check "tracked files" python -m scripts.check_tracked
check "migrations" python manage.py makemigrations --check --dry-run
check "deploy check" deploy_check
check "schema drift" schema_drift
check "typed client drift" client_drift
check "tsc strict" in_frontend npm run --silent typecheck
check "eslint" in_frontend npm run --silent lint
check "vitest" in_frontend npm run --silent test
check "pytest, what only computes" pure_tests
await_beside
# A browser waits for its pages about half of the time as well; what only reads and writes gives way to it.
if [ -n "$browser" ]; then
    find_chromium || apt_install chromium >"$logs/apt-chromium.log" 2>&1
    if find_chromium; then
        beside "playwright and axe" browser_tests
    else
        cannot "playwright and axe" "no Chromium here, and no root to install it (or set CHROMIUM_PATH)" --without-browser
    fi
fi
check "pytest" nice -n 10 python -m pytest -q -n 2 -m "not stack and not campaign" "${pure[@]/#/--ignore=}"
await_beside
if [ -n "$full" ]; then
    check "campaigns" python -m pytest -q -m campaign --timeout 3600
    check "engine scores" python -m benchmarks.scores --no-worse
    if [ -n "$postgres" ]; then
        has_postgres || apt_install postgresql >"$logs/apt-postgresql.log" 2>&1
        if has_postgres; then
            check "PostgreSQL tests" postgres_tests
        else
            cannot "PostgreSQL tests" "no PostgreSQL here, and no root to install it" --without-postgres
        fi
    fi
fi

if [ -n "$hledger" ]; then
    command -v hledger >/dev/null || apt_install hledger >"$logs/apt-hledger.log" 2>&1
    if command -v hledger >/dev/null; then
        check "journals" python -m benchmarks.journals
    else
        cannot "journals" "no hledger here, and no root to install it" --without-hledger
    fi
fi

if [ -n "$compose" ]; then
    has_compose || apt_install docker-compose >"$logs/apt-compose.log" 2>&1
    if has_compose; then
        check "compose config" compose_config
    else
        cannot "compose config" "no docker-compose here, and no root to install it" --without-compose
    fi
fi

echo
[ ${#failures[@]} -eq 0 ] || printf 'failed: %s\n' "${failures[@]}"
left_out=""
[ -n "$browser" ] || left_out="$left_out, without browser as told"
[ -n "$compose" ] || left_out="$left_out, without compose as told"
[ -n "$hledger" ] || left_out="$left_out, without hledger as told"
[ -n "$postgres" ] || left_out="$left_out, without PostgreSQL as told"
echo "$passed passed, $((failed + unran)) failed in $SECONDS s$left_out"
[ $((failed + unran)) -eq 0 ] && [ $passed -gt 0 ]
