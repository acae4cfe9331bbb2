// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "provider/value_type.h"

#include <algorithm>

namespace hookworks {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestWord = 64; ///< longer ones are not compared letter by letter
constexpr int mostNearest = 3;
constexpr qsizetype surelyNear = 2; ///< letters to change

/// Without what people write differently: case, blanks and joining signs.
QString bare(const QString& word)
{
    QString letters;
    for (const QChar letter : word.left(longestWord)) {
        if (letter.isLetterOrNumber() || letter == u'/')
            letters += letter.toLower();
    }
    return letters.replace(u"colour"_s, u"color"_s).replace(u"centre"_s, u"center"_s);
}

/// Letters to put in, take out or exchange (Levenshtein).
qsizetype distance(const QString& a, const QString& b)
{
    std::vector<qsizetype> row(static_cast<size_t>(b.size()) + 1);
    for (size_t k = 0; k < row.size(); ++k)
        row[k] = static_cast<qsizetype>(k);
    for (qsizetype i = 1; i <= a.size(); ++i) {
        qsizetype corner = std::exchange(row[0], i);
        for (size_t k = 1; k < row.size(); ++k) {
            const qsizetype same = a[i - 1] == b[static_cast<qsizetype>(k) - 1] ? 0 : 1;
            const qsizetype best = std::min({row[k] + 1, row[k - 1] + 1, corner + same});
            corner = std::exchange(row[k], best);
        }
    }
    return row.back();
}

struct Near
{
    qsizetype letters;
    QString word;
};

std::vector<Near> ranked(const QString& written, const QStringList& known)
{
    std::vector<Near> all;
    const QString wanted = bare(written);
    for (const QString& word : known)
        all.push_back({distance(wanted, bare(word)), word});
    std::ranges::stable_sort(all, {}, &Near::letters);
    return all;
}

void takeAlternative(const ProviderProfile& profile, const QString& part, ValueType& type)
{
    static const QStringList texts{u"string"_s, u"url"_s, u"time"_s, u"uuid"_s};
    if (part == u"null")
        type.takesNull = true;
    else if (part == u"boolean")
        type.boolean = true;
    else if (part == u"number")
        type.number = true;
    else if (part == u"integer")
        type.integer = true;
    else if (part == u"object")
        type.object = true;
    else if (part == u"component")
        type.component = true;
    else if (part == u"any")
        type.text = type.number = type.boolean = type.object = type.takesNull = true;
    else if (texts.contains(part))
        type.text = true;
    else if (part.startsWith(u'"'))
        type.words << part.sliced(1).chopped(1);
    else if (part.startsWith(u"array<"))
        type.item = part.sliced(6).chopped(1);
    else if (profile.structs.contains(part))
        type.structName = part;
    else if (profile.enums.contains(part)) {
        type.enumName = part;
        type.words << profile.enums[part];
    }
}

} // namespace

QStringList typeAlternatives(const QString& type)
{
    QStringList parts;
    int depth = 0;
    bool quoted = false;
    QString part;
    for (const QChar c : type) {
        quoted = c == u'"' ? !quoted : quoted;
        if (!quoted)
            depth += c == u'<' ? 1 : c == u'>' ? -1 : 0;
        if (c == u'|' && depth == 0 && !quoted)
            parts << std::exchange(part, {});
        else
            part += c;
    }
    return parts << part;
}

ValueType valueTypeOf(const ProviderProfile& profile, const QString& type)
{
    ValueType read;
    for (const QString& part : typeAlternatives(type))
        takeAlternative(profile, part, read);
    return read;
}

QStringList nearestWords(const QString& written, const QStringList& known)
{
    QStringList words;
    const qsizetype length = bare(written).size();
    for (const Near& near : ranked(written, known)) {
        const qsizetype longer = std::max(length, bare(near.word).size());
        if (words.size() < mostNearest && near.letters * 5 <= longer * 3) // else there is nothing in common
            words << near.word;
    }
    return words;
}

std::optional<QString> meantWord(const QString& written, const QStringList& known)
{
    const std::vector<Near> all = ranked(written, known);
    if (all.empty() || written.isEmpty())
        return std::nullopt;
    const bool alone = all.size() == 1 || all[1].letters > all[0].letters;
    const bool near =
        all[0].letters == 0 || (all[0].letters <= surelyNear && all[0].letters * 3 <= bare(written).size());
    return near && (alone || all[0].letters == 0) ? std::optional(all[0].word) : std::nullopt;
}

} // namespace hookworks
