// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workbench/answer.h"

#include <QObject>

namespace hookworks {

class Session;

/// One line or one place of a comparison.
struct DifferenceLine
{
    enum class Kind
    {
        Same, ///< only between lines
        Added,
        Removed,
        Changed ///< only structural
    };
    Kind kind = Kind::Same;
    QString place; ///< `headers.Content-Type`, `$.reportTask.title`; empty: a line of text
    QString left, right;
    bool operator==(const DifferenceLine&) const = default;
};

struct Difference
{
    bool structural = false; ///< both bodies are JSON, and were compared by value
    bool same = false;
    QList<DifferenceLine> lines;
    bool operator==(const Difference&) const = default;
};

/// Compares two requests: deliveries or captures, in any mix.
class Differ final : public QObject
{
    Q_OBJECT

public:
    explicit Differ(Session& session);

    Answer<Difference> compare(const QString& left, const QString& right);
    static Difference compareBodies(const QByteArray& left, const QByteArray& right);

private:
    Session* m_session;
};

} // namespace hookworks
