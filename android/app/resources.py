#!/usr/bin/env python3
"""What Gradle does before it compiles, for the build without it (pom.xml): unpacks the archives, makes the words of
brand.toml into resources, and links these, the letters and the manifest by Debian's aapt2.

    resources.py ANDROID_JAR     (the archives lie in target/aars, those for tests in target/test-aars)
"""
import io
import shutil
import subprocess
import sys
import tomllib
import xml.etree.ElementTree as xml
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

APP = Path(__file__).resolve().parent
TARGET = APP / "target"
MAIN = APP / "src/main"
NAMESPACE = "app.notebook.android"
LETTERS = APP / "../../target/fonts/res"
MIN_SDK, TARGET_SDK = 26, 34
ANDROID = "{http://schemas.android.com/apk/res/android}"
TOOLS = "{http://schemas.android.com/tools}"


def unpack(archive: Path, classes: Path) -> Path:
    """Puts an archive's classes where the module's own lie, and the rest of it into a folder."""
    folder = TARGET / "aar" / archive.stem
    with zipfile.ZipFile(archive) as aar:
        for name in aar.namelist():
            if name.endswith(".jar"):
                with zipfile.ZipFile(io.BytesIO(aar.read(name))) as jar:
                    jar.extractall(classes)
            elif name == "AndroidManifest.xml" or name.startswith("res/"):
                aar.extract(name, folder)
    return folder


def brand() -> dict[str, str]:
    return tomllib.loads((APP / "../../brand.toml").read_text())


def write_brand(into: Path) -> None:
    """The label under the icon and the folder's name, typed in brand.toml alone."""
    names = brand()
    lines = [f'    <string name="{name}" translatable="false">{escape(names[name])}</string>' for name in ("label", "folder")]
    into.mkdir(parents=True, exist_ok=True)
    (into / "brand.xml").write_text("<resources>\n" + "\n".join(lines) + "\n</resources>\n")


def write_manifest(into: Path) -> None:
    """With the package id, and without what only tells Gradle what to leave out."""
    for prefix, uri in (("android", ANDROID), ("tools", TOOLS)):
        xml.register_namespace(prefix, uri[1:-1])
    root = xml.parse(MAIN / "AndroidManifest.xml").getroot()
    root.set("package", brand()["package"])
    for parent in list(root.iter()):
        for child in [child for child in parent if child.get(TOOLS + "node") == "remove"]:
            parent.remove(child)
    xml.ElementTree(root).write(into, encoding="utf-8", xml_declaration=True)


def run(*command: object) -> None:
    subprocess.run([str(part) for part in command], check=True, stdout=subprocess.DEVNULL)


def compile_resources(folders: list[Path]) -> list[Path]:
    flat = TARGET / "flat"
    flat.mkdir(exist_ok=True)
    made = []
    for folder in folders:
        if any(folder.rglob("*.*")):
            made.append(flat / f"{len(made)}.zip")
            run("aapt2", "compile", "--dir", folder, "-o", made[-1])
    return made


def package_of(archive: Path) -> str:
    return xml.parse(archive / "AndroidManifest.xml").getroot().get("package", "")


def main() -> None:
    android = sys.argv[1]
    # The compiler sees this folder for the archives' sake: a function of ours that was renamed would be there twice.
    for old in ("classes", "test-classes", "gen", "aar", "flat"):
        shutil.rmtree(TARGET / old, ignore_errors=True)
    (TARGET / "classes").mkdir(parents=True)
    archives = [unpack(aar, TARGET / "classes") for aar in sorted((TARGET / "aars").glob("*.aar"))]
    for aar in (TARGET / "test-aars").glob("*.aar"):
        unpack(aar, TARGET / "test-classes")
    write_brand(TARGET / "brand/values")
    write_manifest(TARGET / "AndroidManifest.xml")
    if not (LETTERS / "font").is_dir():
        raise SystemExit("The letters of the screens are not there. Fetch them: ./dev letters")
    own = [TARGET / "brand", LETTERS, MAIN / "res"]
    flat = compile_resources([archive / "res" for archive in archives] + own)
    others = sorted({package_of(archive) for archive in archives} - {""})
    run(
        "aapt2", "link", "-o", TARGET / "base.apk", "-I", android, "--manifest", TARGET / "AndroidManifest.xml",
        "--java", TARGET / "gen", "--custom-package", NAMESPACE, "--extra-packages", ":".join(others),
        # Debian's is older than <queries>, and would refuse it.
        "--warn-manifest-validation",
        "--auto-add-overlay", "--min-sdk-version", MIN_SDK, "--target-sdk-version", TARGET_SDK,
        *(part for zipped in flat for part in ("-R", zipped)),
    )  # fmt: skip
    config = TARGET / "test-classes/com/android/tools/test_config.properties"
    config.parent.mkdir(parents=True, exist_ok=True)
    config.write_text(
        f"android_merged_manifest={TARGET}/AndroidManifest.xml\n"
        f"android_resource_apk={TARGET}/base.apk\nandroid_custom_package={NAMESPACE}\n"
    )


if __name__ == "__main__":
    main()
