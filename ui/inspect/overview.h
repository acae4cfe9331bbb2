// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/inspect/inspected_exchange.h"
#include "workbench/inspect/inspecting.h"

#include <QScrollArea>

class QVBoxLayout;

namespace hookworks {

/// What an exchange was, in lines: its mark and note, the facts, the query, the checks, and why other reply
/// rules did not answer; where none did, those that came nearest.
class Overview final : public QScrollArea
{
    Q_OBJECT
public:
    explicit Overview(QWidget* parent = nullptr);

    /// `inspection`: none as long as it is not known.
    void showExchange(const InspectedExchange& exchange, const std::optional<Inspection>& inspection);
    /// All of it as text, a line each.
    QString words() const { return m_words.join(u'\n'); }

signals:
    /// The note is to be written or changed.
    void noteWanted();

private:
    void addMark(QVBoxLayout& column, const Mark& mark);
    void addFact(QVBoxLayout& column, const QString& name, const QString& value);
    void addHeading(QVBoxLayout& column, const QString& words);
    void addCheck(QVBoxLayout& column, const Check& check);
    void addRules(QVBoxLayout& column, const QString& heading, const QList<PassedOverRule>& rules);
    void addChecks(QVBoxLayout& column, const QList<Check>& checks);

    QStringList m_words;
};

} // namespace hookworks
