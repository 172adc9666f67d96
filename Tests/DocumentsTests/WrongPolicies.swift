// SPDX-License-Identifier: Apache-2.0

let wrongForms = [
    Wrong("holidays: [2026-04-29]", "hollidays: [2026-04-29]", "26:1: hollidays: unknown key")
]
let wrongReferences: [Wrong] = []
let wrongMeanings: [Wrong] = []
