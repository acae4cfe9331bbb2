// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace hookworks {

/// What a standard header field is for, in one line; empty: it is none that is known here.
QString headerWords(const QByteArray& name);

} // namespace hookworks
