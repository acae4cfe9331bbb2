// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

namespace hookworks {

/// Whether the case of ASCII letters counts; that of others always does.
enum class LetterCase
{
    Counts,
    Ignored
};

/// A text to be found in others, by bytes.
class Needle
{
public:
    Needle() = default;
    Needle(const QByteArray& text, LetterCase letterCase);

    /// Where it first is at or after `from`; -1: nowhere.
    qsizetype in(QByteArrayView text, qsizetype from = 0) const;
    bool begins(QByteArrayView text) const;
    bool ends(QByteArrayView text) const;
    qsizetype size() const { return m_text.size(); }

private:
    bool isAt(QByteArrayView text, qsizetype position) const;

    QByteArray m_text; ///< in lower case where the case is ignored
    bool m_folds = false;
};

/// A text in which `*` stands for any bytes, compared with whole values.
class WildcardPattern
{
public:
    WildcardPattern() = default;
    WildcardPattern(const QByteArray& pattern, LetterCase letterCase);
    bool matches(QByteArrayView text) const;

private:
    QList<Needle> m_pieces; ///< between the wildcards; one: there is none
};

} // namespace hookworks
