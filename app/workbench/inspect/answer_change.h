// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workbench/inspect/differ.h"
#include "workbench/simulate/requests.h"

namespace hookworks {

class Masking;

/// What came back, in short.
struct ShortAnswer
{
    QString id;      ///< of the delivery or capture
    int status = 0;  ///< 0: no answer
    QString outcome; ///< `success`, `refused`; of a capture: the fault, else empty
    bool operator==(const ShortAnswer&) const = default;
};

/// How an answer differs from the one before.
struct AnswerChange
{
    static constexpr qsizetype mostLines = 100;

    ShortAnswer before, now;
    bool bodyChanged = false;
    QList<DifferenceLine> body; ///< places or lines that differ, masked; at most mostLines
    bool cut = false;           ///< there are more
    bool operator==(const AnswerChange&) const = default;

    bool statusChanged() const { return before.status != now.status || before.outcome != now.outcome; }
};

/// Of a delivery its last attempt's answer counts. Bodies are compared as they are and shown masked; of
/// bodies beyond a mebibyte is only said whether they differ.
AnswerChange answerChange(const ExportedExchange& before, const ExportedExchange& now,
                          const Masking& masking);

} // namespace hookworks
