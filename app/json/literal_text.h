// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/literal_reader.h"

#include <QHash>

namespace hookworks {

/// The text of a literal, how far it is read, and what had to be changed so far.
class LiteralText
{
public:
    explicit LiteralText(QString text)
        : m_text(std::move(text))
    {
    }

    QChar at(qsizetype ahead = 0) const;
    bool startsWith(QStringView words) const;
    bool atEnd() const { return m_pos >= m_text.size(); }
    qsizetype pos() const { return m_pos; }
    void setPos(qsizetype pos) { m_pos = pos; }
    void skip(qsizetype count = 1) { m_pos += count; }
    QStringView between(qsizetype from, qsizetype to) const
    {
        return QStringView(m_text).sliced(from, to - from);
    }
    qsizetype endOfLine() const;

    /// Blanks of any kind and comments. True where a line ended in them.
    bool skipBlanks();
    /// The same within the line.
    void skipBlanksInLine();
    /// `name`, `a.b`, `$x1`; empty: none stands here.
    QString takeName();
    /// A text in quotes of any kind; nullopt and a problem where it does not end or would have to be run.
    std::optional<QString> takeString();
    bool atQuote() const;
    bool atComment() const;

    void note(const QString& words);
    bool refuse(const QString& words);
    const QList<LiteralChange>& changes() const { return m_changes; }
    const std::optional<JsonProblem>& problem() const { return m_problem; }

    static bool isBlank(QChar c);

private:
    bool skipBlank();
    bool skipComment();
    std::optional<QString> takeEscape();
    std::optional<QString> takeCode(qsizetype digits);
    int lineAt(qsizetype pos);

    QString m_text;
    qsizetype m_pos = 0;
    qsizetype m_passed = 0;    ///< blanks and comments before it are noted
    qsizetype m_countedTo = 0; ///< lines up to here are m_line
    int m_line = 1;
    QList<LiteralChange> m_changes;
    QHash<QString, qsizetype> m_known; ///< by words: where in m_changes
    std::optional<JsonProblem> m_problem;
};

} // namespace hookworks
