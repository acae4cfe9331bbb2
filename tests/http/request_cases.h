// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

namespace hookworks {

/// A line of cases/requests.tsv.
struct RequestCase
{
    QByteArray name;
    QByteArray expected; ///< ok, okN, more, or the status of the refusal @ the offset of its byte
    QByteArray bytes;
};

/// All of them, in order; none: the file cannot be read.
QList<RequestCase> requestCases();

} // namespace hookworks
