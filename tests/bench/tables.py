"""The record of a run as Markdown: what was measured, the ratios, and the targets met or not."""

import os
import pathlib
import platform
import statistics
import subprocess

import diary

PLAIN, SQLCIPHER, AEGIS, CHACHA = "plain SQLite", "SQLCipher", "Fernbook, AEGIS-256", "Fernbook, ChaCha20"
ENGINES = (PLAIN, AEGIS, CHACHA, SQLCIPHER)
VERDICTS = {True: "met", False: "not met", None: ""}
SEARCHES = ("search, prefix", "search, common", "search, two words", "search, rare")
MEASURES = ("import", "close after import", "open", "first page", *SEARCHES, "with words around", "save")


def render(record, root):
    parts = [how(record, root), busy(record["load"]), targets(record, root)]
    parts += [engine_table(size, engines) for size, engines in record["engines"].items()]
    parts += [programs_table(record["programs"]), phones_table(record["phones"]), missing(record["missing"])]
    return "\n\n".join(part for part in parts if part)


def median(times):
    return statistics.median(times) if times else None


def p99(times):
    return sorted(times)[min(len(times) - 1, int(len(times) * 0.99))]


def shown(nanoseconds):
    for unit, size in (("s", 1e9), ("ms", 1e6), ("µs", 1e3)):
        if nanoseconds >= size:
            value = nanoseconds / size
            return f"{value:.0f} {unit}" if value >= 100 else f"{value:.3g} {unit}"
    return f"{nanoseconds} ns"


def cell(times):
    return f"{shown(median(times))} / {shown(p99(times))}" if len(times) > 5 else shown(median(times))


def rounds_of(engines, name, measure):
    return engines.get(name, {}).get(measure, {}).get("rounds", [])


def times_of(engines, name, measure):
    return [time for times in rounds_of(engines, name, measure) for time in times]


def ratio(engines, measure, one, other):
    """The median of the rounds' own ratios: what moves a whole round moves both of its engines."""
    pairs = zip(rounds_of(engines, one, measure), rounds_of(engines, other, measure))
    return median([median(top) / median(under) for top, under in pairs])


def engine_table(size, engines):
    note = ", the diary itself" if size == diary.ENTRIES else ""
    rows = [f"### {size:,} notes{note}", "", "| median / p99 | " + " | ".join(ENGINES) + " | AEGIS ÷ plain | ChaCha20 ÷ plain | AEGIS ÷ SQLCipher |"]
    rows.append("| --- |" + " ---: |" * (len(ENGINES) + 3))
    for measure in MEASURES:
        found = [times_of(engines, name, measure) for name in ENGINES]
        cells = [cell(times) if times else "not run" for times in found]
        pairs = ((AEGIS, PLAIN), (CHACHA, PLAIN), (AEGIS, SQLCIPHER))
        cells += [factor(ratio(engines, measure, *pair)) for pair in pairs]
        rows.append(f"| {measure} | " + " | ".join(cells) + " |")
    sizes = [engines.get(name, {}).get("bytes") for name in ENGINES]
    rows.append("| files | " + " | ".join(f"{size / 1e6:.1f} MB" if size else "not run" for size in sizes) + " | | | |")
    rows.append("\n" + found_line(engines))
    return "\n".join(rows)


def factor(value):
    return f"{value:.2f}×" if value else ""


def found_line(engines):
    """Notes that each search brought, so that a fast answer with fewer notes would be seen."""
    parts = []
    for measure in SEARCHES:
        counts = {name: engines[name].get(measure, {}).get("more", {}).get("found") for name in engines}
        words = next((engines[name][measure]["more"]["words"] for name in engines if measure in engines[name]), "")
        agreed = set(counts.values())
        told = str(agreed.pop()) if len(agreed) == 1 else ", ".join(f"{name} {count}" for name, count in counts.items())
        parts.append(f"“{words}” {told}")
    return "Notes brought by each search (at most 50): " + "; ".join(parts) + "."


def targets(record, root):
    """Design section 6, each with what was seen."""
    rows = ["### Targets", "", "| target | seen | |", "| --- | --- | --- |"]
    for title, seen, met in [*ratio_targets(record), *growth_targets(record), *other_targets(record, root)]:
        rows.append(f"| {title} | {seen} | {VERDICTS[met]} |")
    return "\n".join(rows)


def ratio_targets(record):
    groups = (("import of the diary", ("import",), (diary.ENTRIES,)), ("a save", ("save",), None),
              ("search", SEARCHES, None), ("first page", ("first page",), None))
    for title, measures, sizes in groups:
        for engine in (AEGIS, CHACHA):
            seen = worst(record, measures, sizes, engine, PLAIN)
            if seen:
                yield f"{title}, {engine}: at most 1.5× plain SQLite", *told(seen, 1.5)
        seen = worst(record, measures, sizes, AEGIS, SQLCIPHER)
        if seen:
            yield f"{title}, {AEGIS}: ahead of SQLCipher", *told(seen, 1.0)


def worst(record, measures, sizes, one, other):
    """The largest ratio, and where it was."""
    seen = []
    for size, engines in record["engines"].items():
        for measure in measures if not sizes or size in sizes else ():
            value = ratio(engines, measure, one, other)
            seen += [(value, f"{measure} at {size:,}")] if value else []
    return max(seen, default=None)


def told(seen, limit):
    return f"worst {seen[0]:.2f}× ({seen[1]})", seen[0] <= limit


def growth_targets(record):
    small, large = (record["engines"].get(size) for size in (1_000, 100_000))
    for measure in ("open", "save") if small and large else ():
        for engine in (AEGIS, PLAIN):
            before, after = (median(times_of(engines, engine, measure)) for engines in (small, large))
            if before and after:
                yield f"{measure}, {engine}: 100,000 notes at most 2× of 1,000", f"{after / before:.2f}×", after <= 2 * before


def other_targets(record, root):
    keys = record.get("keys") or {}
    if "argon2" in keys and "unlock" in keys:
        rest = median(keys["unlock"]) - median(keys["argon2"])
        seen = f"Argon2id 64 MiB t=3 {cell(keys['argon2'])}, unlock {cell(keys['unlock'])}, difference {rest / 1e6:.1f} ms"
        yield "unlock less Argon2id: at most 10 ms", seen, rest <= 10e6
    plan = record.get("plan") or {}
    for measure, title in (("plan", "over 5 years"), ("plan, long past", "begun 40 years earlier")):
        if measure in plan:
            seen = median(plan[measure])
            yield f"planning 1,000 visits that come again, {title}: at most 20 ms", cell(plan[measure]), seen <= 20e6
    library = root / "target" / "release" / "libnotebook.so"
    if library.exists():
        size = library.stat().st_size
        yield "release library, x86-64 Linux, less debug info: at most 4 MB", f"{size / 1e6:.2f} MB", size <= 4_000_000
    binary = root / "target" / "release" / "fernbook"
    if binary.exists():
        yield "(the `fernbook` binary, for comparison)", f"{binary.stat().st_size / 1e6:.2f} MB", None


def programs_table(results):
    if not results:
        return ""
    rows = ["### As a person runs them", "", "Whole processes, from start to exit; for `fernbook` Argon2id is in each.", ""]
    rows += ["| notes | act | " + " | ".join(results) + " |", "| ---: | --- |" + " ---: |" * len(results)]
    for size in sorted({size for sizes in results.values() for size in sizes}):
        for act in ("import", "add a note", "search", "list 50"):
            cells = [program_cell(sizes.get(size), act) for sizes in results.values()]
            rows.append(f"| {size:,} | {act} | " + " | ".join(cells) + " |")
    return "\n".join(rows)


PHONE_LIMITS = {"page of 50 to Kotlin": 5_000_000, "page of 50 to Swift": 2_000_000}


def phones_table(seen):
    if not seen:
        return ""
    rows = ["### On the phones' side of the border", "", "| measure | median / p99 | at most | |", "| --- | ---: | ---: | --- |"]
    for measure, times in seen.items():
        if measure == "memory_kb":
            rows.append(f"| preview, memory at its first screen | {median(times) / 1000:.0f} MB | | |")
            continue
        limit = PHONE_LIMITS.get(measure)
        verdict = VERDICTS[median(times) <= limit] if limit else ""
        rows.append(f"| {measure} | {cell(times)} | {shown(limit) if limit else ''} | {verdict} |")
    return "\n".join(rows)


def program_cell(times, act):
    if not times:
        return "not run"
    return cell(times[act]) if times[act] else "no such command"


def missing(reasons):
    return "\n".join(f"**Not measured: {name}.** Reason: {reason}." for name, reason in reasons.items())


def how(record, root):
    """Machine, versions and commit of this run."""
    versions = {}
    for engines in record["engines"].values():
        versions.update({name: seen["version"] for name, seen in engines.items() if "version" in seen})
    listed = "; ".join(f"{name}: {version}" for name, version in versions.items())
    return (f"Taken at commit `{told_by(['git', 'describe', '--always', '--dirty'], root)}` on "
            f"{processor()}, {os.cpu_count()} cores, {memory()} of memory, {platform.system()} {platform.release()}, "
            f"{told_by(['rustc', '--version'], root)}. {listed}.")


def busy(load):
    """Beside other work every engine's save waits for its turn on a core, and all look alike."""
    if load < 0.3:
        return f"Other work took {load:.1f} of the cores at the start."
    return (f"**The machine was busy (other work took {load:.1f} of the cores at the start): don't read saves or 99th percentiles "
            "from this run, nor whether their targets are met.**")


def told_by(command, root):
    return subprocess.run(command, cwd=root, capture_output=True, text=True).stdout.strip()


def processor():
    for line in pathlib.Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            return line.split(":", 1)[1].strip()
    return platform.machine()


def memory():
    pages = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    return f"{pages / 2**30:.0f} GB"
