// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTest>

/// How long QTRY_VERIFY and QTRY_COMPARE wait at most, in milliseconds: Qt's own five seconds are too short on a
/// machine that runs many tests at once. What comes sooner is waited for no longer.
constexpr int patienceOfTests = 30'000;

#undef QTRY_VERIFY
#undef QTRY_VERIFY2
#undef QTRY_COMPARE
#define QTRY_VERIFY(expr) QTRY_VERIFY_WITH_TIMEOUT((expr), patienceOfTests)
#define QTRY_VERIFY2(expr, words) QTRY_VERIFY2_WITH_TIMEOUT((expr), (words), patienceOfTests)
#define QTRY_COMPARE(expr, expected) QTRY_COMPARE_WITH_TIMEOUT((expr), expected, patienceOfTests)
