# SPDX-License-Identifier: Apache-2.0
"""The emulator's command line: what the guest is given."""
import dataclasses
import os
import pathlib
import re
import subprocess

from .mailbox import BoardError

BENCH = pathlib.Path(__file__).resolve().parent.parent
CACHE = pathlib.Path(os.environ.get("XDG_CACHE_HOME") or pathlib.Path.home() / ".cache") / "tachiai-virtual-board"


@dataclasses.dataclass
class Settings:
    program: pathlib.Path | None = None  # a folder, seen in the guest as /opt/tachiai
    shares: dict[str, pathlib.Path] = dataclasses.field(default_factory=dict)  # place in the guest → folder
    disk: pathlib.Path | None = None  # /var/lib/tachiai; without one it is part of the throw-away root
    disk_size: str = "256M"
    attached: list[pathlib.Path] = dataclasses.field(default_factory=list)  # further disks; what is written is dropped
    date: str | None = None  # where the guest's clock begins, ISO 8601 with offset
    memory: int = 768
    processors: int = 2
    lifetime: float = 3600


def has_kvm() -> bool:
    # /dev/kvm alone proves nothing: on some machines it is there and no kernel boots on it.
    flags = re.search(r"^flags\s*:(.*)$", pathlib.Path("/proc/cpuinfo").read_text(), re.M)
    return bool(flags and {"vmx", "svm"} & set(flags[1].split()) and os.access("/dev/kvm", os.W_OK))


def swift_libraries(folder: pathlib.Path) -> pathlib.Path | None:
    """Where the programs of a debug build look for Swift's libraries: seen in the guest at the very same place."""
    for program in sorted(path for path in folder.iterdir() if path.is_file() and os.access(path, os.X_OK)):
        found = subprocess.run(["ldd", program], capture_output=True, text=True).stdout
        if match := re.search(r"libswiftCore\.so => (/\S+)/libswiftCore\.so", found):
            return pathlib.Path(match[1])
    return None


def command(settings: Settings, run: pathlib.Path) -> list[str]:
    shares = {"/mnt/board": (run / "mailbox", "rw"), "/opt/board": (BENCH / "guest", "ro")}
    if settings.program is not None:
        if not settings.program.is_dir():
            raise BoardError(f"{settings.program} is no folder")
        shares["/opt/tachiai"] = (settings.program, "ro")
        if (swift := swift_libraries(settings.program)) is not None:
            shares[str(swift)] = (swift, "ro")
    shares |= {place: (folder, "ro") for place, folder in settings.shares.items()}
    if not (CACHE / "image/root.img").exists():
        raise BoardError("nothing is built yet: board build")

    kernel = ["console=ttyS0", "loglevel=4", "root=/dev/vda", "mitigations=off", "tsc=reliable", "nowatchdog",
              "panic=-1", "random.trust_cpu=on", "audit=0", "systemd.show_status=no", "net.ifnames=0"]
    arguments = [
        "qemu-system-x86_64", "-machine", "q35", "-nodefaults", "-no-user-config", "-display", "none", "-no-reboot",
        "-smp", str(settings.processors), "-m", str(settings.memory),
        *(["-accel", "kvm", "-cpu", "host"] if has_kvm() else ["-accel", "tcg,thread=multi", "-cpu", "max"]),
        "-kernel", str(CACHE / "kernel/vmlinux"), "-initrd", str(CACHE / "initrd/initrd.cpio"),
        "-serial", f"file:{run}/console.log", "-device", "virtio-rng-pci",
        "-device", "virtio-serial-pci", "-chardev", f"file,id=journal,path={run}/journal.log",
        "-device", "virtconsole,chardev=journal",
        "-chardev", f"pipe,id=bell,path={run}/bell", "-device", "virtserialport,chardev=bell,name=board",
        "-drive", f"if=none,id=root,file={CACHE}/image/root.img,format=raw,snapshot=on",
        "-device", "virtio-blk-pci,drive=root",
    ]
    for number, (place, (folder, mode)) in enumerate(shares.items()):
        kernel.append(f"board.share=s{number}:{place}:{mode}")
        arguments += ["-virtfs", f"local,path={folder.absolute()},mount_tag=s{number},security_model=none,"
                      f"multidevs=remap,readonly={'on' if mode == 'ro' else 'off'}"]
    if settings.disk is not None:
        kernel.append("board.data=/dev/vdb")
        arguments += data_disk(settings.disk, run)
    for number, image in enumerate(settings.attached):
        arguments += ["-drive", f"if=none,id=extra{number},file={image.absolute()},format=raw,snapshot=on",
                      "-device", f"virtio-blk-pci,drive=extra{number}"]
    return arguments + ["-append", " ".join(kernel)]


def data_disk(image: pathlib.Path, run: pathlib.Path) -> list[str]:
    """Each write and each flush is noted in order, so that a power cut can be played back (see disk.py).
    The host's own flushes are left out: they cost time, and what they would save is not what is tried here."""
    def file(name: str, path: pathlib.Path) -> list[str]:
        return ["-blockdev", f"driver=raw,node-name={name},cache.no-flush=on,"
                f"file.driver=file,file.filename={path.absolute()},file.cache.no-flush=on"]
    return [
        *file("data-disk", image), *file("data-log", run / "data.log"),
        "-blockdev", "driver=blklogwrites,node-name=data,file=data-disk,log=data-log,log-sector-size=512",
        "-device", "virtio-blk-pci,drive=data,write-cache=on",
    ]
