// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Nothing but a file for the compiler to make the precompiled headers of the tests with.
