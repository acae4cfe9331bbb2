// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/reindent.h"

#include <algorithm>

namespace hookworks {

namespace {

bool isSpace(char letter)
{
    return letter == ' ' || letter == '\t' || letter == '\n' || letter == '\r';
}

/// One past the string that begins at `at`, or the text's end where it is not closed.
qsizetype stringEnd(QByteArrayView text, qsizetype at)
{
    for (++at; at < text.size(); ++at) {
        if (text[at] == '\\')
            ++at;
        else if (text[at] == '"')
            return at + 1;
    }
    return text.size();
}

class Reindenting
{
public:
    Reindenting(QByteArrayView text, qsizetype most)
        : m_text(text)
        , m_most(most)
    {
    }

    bool run()
    {
        for (qsizetype at = 0; at < m_text.size() && m_out.size() <= m_most;)
            at = take(at);
        return m_out.size() <= m_most;
    }
    QByteArray result() const { return m_out; }

private:
    qsizetype take(qsizetype at)
    {
        const char letter = m_text[at];
        if (isSpace(letter))
            return at + 1;
        if (letter == '{' || letter == '[')
            return open(at);
        if (letter == '}' || letter == ']') {
            m_depth = std::max(0, m_depth - 1);
            breakLine();
        }
        const qsizetype end = letter == '"' ? stringEnd(m_text, at) : at + 1;
        m_out.append(m_text.sliced(at, end - at));
        if (letter == ',')
            breakLine();
        if (letter == ':')
            m_out.append(' ');
        return end;
    }

    qsizetype open(qsizetype at)
    {
        const char closing = m_text[at] == '{' ? '}' : ']';
        m_out.append(m_text[at]);
        qsizetype next = at + 1;
        while (next < m_text.size() && isSpace(m_text[next]))
            ++next;
        if (next < m_text.size() && m_text[next] == closing) {
            m_out.append(closing);
            return next + 1;
        }
        ++m_depth;
        breakLine();
        return next;
    }

    void breakLine()
    {
        m_out.append('\n');
        m_out.append(QByteArray(qsizetype{2} * m_depth, ' '));
    }

    QByteArrayView m_text;
    qsizetype m_most;
    QByteArray m_out;
    int m_depth = 0;
};

} // namespace

int jsonDepth(QByteArrayView text)
{
    int depth = 0;
    int deepest = 0;
    for (qsizetype at = 0; at < text.size();) {
        const char letter = text[at];
        if (letter == '{' || letter == '[')
            deepest = std::max(deepest, ++depth);
        else if (letter == '}' || letter == ']')
            --depth;
        at = letter == '"' ? stringEnd(text, at) : at + 1;
    }
    return deepest;
}

Result<QByteArray> reindentJson(QByteArrayView text, qsizetype most)
{
    Reindenting work(text, most);
    if (!work.run())
        return fail(ErrorCode::BadInput,
                    QStringLiteral("Indented, the text has more than %1 bytes").arg(most));
    return work.result();
}

} // namespace hookworks
