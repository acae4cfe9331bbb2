// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QByteArrayView>
#include <QString>

#include <optional>

namespace hookworks {

/// Where the rows of one question come from. What lies in a column is given as what it is stored as, or not
/// at all: so NULL gives nothing.
class RowSource
{
public:
    RowSource() = default;
    RowSource(const RowSource&) = delete;
    RowSource& operator=(const RowSource&) = delete;
    virtual ~RowSource() = default;

    /// False at the end, and on a failure.
    virtual bool next() = 0;
    /// Of the last next().
    virtual std::optional<Error> failure() const = 0;
    virtual QString name(int column) const = 0;

    virtual bool isNull(int column) const = 0;
    virtual std::optional<qint64> integer(int column) const = 0;
    /// A whole number, too.
    virtual std::optional<double> real(int column) const = 0;
    virtual std::optional<QString> text(int column) const = 0;
    /// Valid until next() is called again.
    virtual std::optional<QByteArrayView> bytes(int column) const = 0;
};

} // namespace hookworks
