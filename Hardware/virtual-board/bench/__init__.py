# SPDX-License-Identifier: Apache-2.0
"""The bench's side of the virtual board; the guest's side is in ../guest."""
