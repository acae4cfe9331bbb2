// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/inspect/shell_words.h"

#include "workbench/inspect/hand_on_text.h"

#include <array>

namespace hookworks {

namespace {

bool isOctal(char c)
{
    return c >= '0' && c <= '7';
}

/// `\n`, `\t` and the like; 0: no such letter.
char plainEscape(char letter)
{
    static constexpr QByteArrayView letters = "abfnrtv\\'\"";
    static constexpr std::array<char, 10> meant{'\a', '\b', '\f', '\n', '\r', '\t', '\v', '\\', '\'', '"'};
    const qsizetype at = letters.indexOf(letter);
    return at < 0 ? '\0' : meant[static_cast<size_t>(at)];
}

class ShellReading
{
public:
    explicit ShellReading(const QByteArray& script)
        : m_text(script)
    {
    }

    Result<QList<ShellCommand>> read()
    {
        while (m_at < m_text.size() && m_problem.isEmpty())
            step();
        endCommand(false);
        if (!m_problem.isEmpty())
            return fail(ErrorCode::BadInput, m_problem);
        return m_commands;
    }

private:
    char peek(qsizetype ahead = 0) const
    {
        return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : '\0';
    }

    void refuse(const QString& words)
    {
        if (m_problem.isEmpty())
            m_problem = HandOnText::tr("Line %1: %2").arg(m_text.first(m_at).count('\n') + 1).arg(words);
    }

    void step()
    {
        const char c = m_text[m_at++];
        if (c == '\\' && peek() == '\n')
            ++m_at;
        else if (c == '\\' && peek() == '\r' && peek(1) == '\n')
            m_at += 2;
        else if (c == '\\')
            add(QByteArray(1, m_at < m_text.size() ? m_text[m_at++] : '\\'));
        else if (c == '\'')
            addUntil('\'');
        else if (c == '"')
            doubleQuoted();
        else if (c == '$' && peek() == '\'')
            ansiQuoted();
        else if (c == '\n' || c == ';' || c == '&')
            endCommand(false);
        else if (c == '|')
            endCommand(true);
        else if (c == '#' && !m_inWord)
            m_at =
                std::max(m_at, m_text.indexOf('\n', m_at) < 0 ? m_text.size() : m_text.indexOf('\n', m_at));
        else if (c == ' ' || c == '\t' || c == '\r')
            endWord();
        else if (c == '$' || c == '`' || c == '<' || c == '>' || c == '(')
            refuse(HandOnText::tr("“%1” is not followed: nothing of a script is run").arg(QLatin1Char(c)));
        else
            add(QByteArray(1, c));
    }

    void addUntil(char quote)
    {
        const qsizetype end = m_text.indexOf(quote, m_at);
        if (end < 0)
            return refuse(HandOnText::tr("a quotation mark is not closed"));
        add(m_text.sliced(m_at, end - m_at));
        m_at = end + 1;
    }

    void doubleQuoted()
    {
        m_inWord = true;
        while (m_at < m_text.size() && m_text[m_at] != '"' && m_problem.isEmpty()) {
            const char c = m_text[m_at++];
            if (c == '\\' && QByteArrayView("$`\"\\").contains(peek()))
                add(QByteArray(1, m_text[m_at++]));
            else if (c == '\\' && peek() == '\n')
                ++m_at;
            else if (c == '$' && peek() == '(')
                printed();
            else if (c == '$' || c == '`')
                refuse(
                    HandOnText::tr("“%1” is not followed: nothing of a script is run").arg(QLatin1Char(c)));
            else
                add(QByteArray(1, c));
        }
        if (m_at >= m_text.size())
            refuse(HandOnText::tr("a quotation mark is not closed"));
        ++m_at;
    }

    /// `$(printf '%b' '…')`, as this program writes it itself; line breaks at its end are lost.
    void printed()
    {
        static const QByteArray start = "(printf '%b' '";
        const qsizetype end = m_text.indexOf("')", m_at);
        if (!m_text.sliced(m_at).startsWith(start) || end < m_at + start.size())
            return refuse(HandOnText::tr("“$(” is not followed: nothing of a script is run"));
        QByteArray bytes = unescapedByPrintf(m_text.sliced(m_at + start.size(), end - m_at - start.size()));
        while (bytes.endsWith('\n'))
            bytes.chop(1);
        add(bytes);
        m_at = end + 2;
    }

    void ansiQuoted()
    {
        qsizetype end = ++m_at;
        while (end < m_text.size() && m_text[end] != '\'')
            end += m_text[end] == '\\' ? 2 : 1;
        if (end >= m_text.size())
            return refuse(HandOnText::tr("a quotation mark is not closed"));
        add(ansi(m_text.sliced(m_at, end - m_at)));
        m_at = end + 1;
    }

    static QByteArray ansi(const QByteArray& text)
    {
        QByteArray bytes;
        for (qsizetype at = 0; at < text.size(); ++at) {
            const bool hex =
                text[at] == '\\' && at + 1 < text.size() && QByteArrayView("xuU").contains(text[at + 1]);
            if (!hex) {
                const qsizetype end = text[at] == '\\' ? std::min(at + 2, text.size()) : at + 1;
                bytes += unescapedByPrintf(text.sliced(at, end - at));
                at = end - 1;
                continue;
            }
            const char kind = text[at + 1];
            qsizetype end = at + 2;
            const qsizetype most = kind == 'x' ? 2 : kind == 'u' ? 4 : 8;
            while (end < text.size() && end < at + 2 + most && std::isxdigit(static_cast<uchar>(text[end])))
                ++end;
            const char32_t code = text.sliced(at + 2, end - at - 2).toUInt(nullptr, 16);
            bytes +=
                kind == 'x' ? QByteArray(1, static_cast<char>(code)) : QString::fromUcs4(&code, 1).toUtf8();
            at = end - 1;
        }
        return bytes;
    }

    void add(const QByteArray& bytes)
    {
        m_word += bytes;
        m_inWord = true;
    }

    void endWord()
    {
        if (m_inWord)
            m_command.words << std::exchange(m_word, {});
        m_inWord = false;
    }

    void endCommand(bool pipes)
    {
        endWord();
        if (!m_command.words.isEmpty())
            m_commands << std::exchange(m_command, {});
        m_command.takesInput = pipes;
    }

    QByteArray m_text, m_word;
    qsizetype m_at = 0;
    bool m_inWord = false;
    ShellCommand m_command;
    QList<ShellCommand> m_commands;
    QString m_problem;
};

/// What cmd hands on: `^` outside of quotation marks takes its meaning from what follows.
QByteArray withoutCarets(const QByteArray& script)
{
    QByteArray text;
    bool quoted = false;
    for (qsizetype at = 0; at < script.size(); ++at) {
        const char c = script[at];
        if (c == '^' && !quoted && at + 1 < script.size()) {
            const char next = script[++at];
            if (next != '\n')
                text += next;
            else if (at + 1 < script.size() && script[at + 1] == '\n')
                text += script[++at]; // an empty line behind it is a line break
            continue;
        }
        quoted = c == '"' ? !quoted : quoted && c != '\n';
        text += c;
    }
    return text;
}

/// As the C runtime of Windows reads a command line.
class CmdReading
{
public:
    explicit CmdReading(const QByteArray& line)
        : m_text(line)
    {
    }

    Result<QList<ShellCommand>> read()
    {
        for (; m_at < m_text.size(); ++m_at)
            step(m_text[m_at]);
        endCommand();
        if (m_quoted)
            return fail(ErrorCode::BadInput, HandOnText::tr("A quotation mark is not closed."));
        return m_commands;
    }

private:
    void step(char c)
    {
        const bool isEnd = c == '\n' || c == '&';
        if (c == '\\')
            return takeBackslashes();
        if (c == '"')
            return takeQuote();
        if (!m_quoted && isEnd)
            return endCommand();
        if (!m_quoted && (c == ' ' || c == '\t'))
            return endWord();
        m_word += c;
        m_inWord = true;
    }

    /// Two before a quotation mark are one; an odd one makes the mark a letter.
    void takeBackslashes()
    {
        qsizetype end = m_at;
        while (end < m_text.size() && m_text[end] == '\\')
            ++end;
        const qsizetype count = end - m_at;
        const bool beforeQuote = end < m_text.size() && m_text[end] == '"';
        m_word += QByteArray(beforeQuote ? count / 2 : count, '\\');
        m_inWord = true;
        m_at = end - 1;
        if (beforeQuote && count % 2 == 1) {
            m_word += '"';
            m_at = end;
        }
    }

    /// Two within a quoted word are a letter.
    void takeQuote()
    {
        m_inWord = true;
        if (m_quoted && m_at + 1 < m_text.size() && m_text[m_at + 1] == '"') {
            m_word += '"';
            ++m_at;
        } else {
            m_quoted = !m_quoted;
        }
    }

    void endWord()
    {
        if (m_inWord)
            m_words << std::exchange(m_word, {});
        m_inWord = false;
    }

    void endCommand()
    {
        endWord();
        if (!m_words.isEmpty())
            m_commands.append({std::exchange(m_words, {}), false});
    }

    QByteArray m_text, m_word;
    qsizetype m_at = 0;
    bool m_quoted = false, m_inWord = false;
    QList<QByteArray> m_words;
    QList<ShellCommand> m_commands;
};

} // namespace

QByteArray unescapedByPrintf(const QByteArray& text)
{
    QByteArray bytes;
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (text[at] != '\\' || at + 1 == text.size()) {
            bytes += text[at];
            continue;
        }
        const char next = text[at + 1];
        if (isOctal(next)) {
            qsizetype end = at + 1;
            const qsizetype most = at + (next == '0' ? 5 : 4);
            while (end < text.size() && end < most && isOctal(text[end]))
                ++end;
            bytes += static_cast<char>(text.sliced(at + 1, end - at - 1).toUInt(nullptr, 8));
            at = end - 1;
        } else if (const char meant = plainEscape(next); meant != '\0') {
            bytes += meant;
            ++at;
        } else {
            bytes += text[at];
        }
    }
    return bytes;
}

Result<QList<ShellCommand>> shellCommands(const QByteArray& script)
{
    return ShellReading(script).read();
}

bool isCmdScript(const QByteArray& script)
{
    const bool hasCarets = script.contains(" ^\"") || script.contains("^\n") || script.contains("^\r\n");
    return hasCarets && !script.contains(" '"); // which begins words in the other shells alone
}

Result<QList<ShellCommand>> cmdCommands(const QByteArray& script)
{
    return CmdReading(withoutCarets(QByteArray(script).replace("\r\n", "\n"))).read();
}

} // namespace hookworks
