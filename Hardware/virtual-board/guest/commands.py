# SPDX-License-Identifier: Apache-2.0
"""Programs in the guest, and files into and out of it."""
import base64
import os
import signal
import subprocess

OUTPUT_LIMIT = 8 << 20


def execute(argv: list[str], timeout: float, input: str = "", environment: dict[str, str] = {}) -> dict:
    """Runs a program to its end, or ends it and all that it started when its time is over."""
    process = subprocess.Popen(
        argv, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        start_new_session=True, env={**os.environ, "HOME": "/root", **environment},
    )
    try:
        out, err = process.communicate(input.encode(), timeout=timeout)
        code = process.returncode
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        out, err = process.communicate()
        err += f"board: ended after {timeout:g} s\n".encode()
        code = 124  # as timeout(1)
    return {
        # A program that a signal ended answers as in a shell.
        "code": code if code >= 0 else 128 - code,
        "out": out[:OUTPUT_LIMIT].decode(errors="replace"),
        "err": err[:OUTPUT_LIMIT].decode(errors="replace"),
    }


def put(path: str, content: str, mode: int) -> None:
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "wb") as file:
        file.write(base64.b64decode(content))
    os.chmod(path, mode)


def get(path: str) -> str:
    with open(path, "rb") as file:
        return base64.b64encode(file.read()).decode()


VERBS = {"execute": execute, "put": put, "get": get}
