// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/path_tree.h"

#include <QStringDecoder>
#include <QVarLengthArray>

namespace hookworks {

/// Reads one JSON text, without recursion. Used once; see readJson() and locate().
class JsonReader
{
public:
    explicit JsonReader(QByteArrayView text)
        : m_text(text)
    {
    }
    tl::expected<JsonValue, JsonProblem> read();
    tl::expected<QList<std::optional<JsonSpan>>, JsonProblem> locate(const PathTree& paths);

private:
    struct Open
    {
        JsonValue* value; ///< stays valid: a container does not grow while one inside it is open
        bool isArray;
        qsizetype offset;    ///< of its first byte
        PathTree::Node node; ///< where in the paths that are sought
        bool isEmpty = true;
        qsizetype items = 0; ///< of an array, so far
    };

    bool readAll();
    JsonProblem problem() const;
    void leadInto(const JsonPath::Step& step);
    void begins(PathTree::Node node);
    void found(PathTree::Node node, qsizetype offset);
    bool step();
    bool readValue(JsonValue& value);
    bool readMember(JsonValue& object);
    bool seekKey();
    QStringDecoder& decoder();
    void close();
    /// null: nobody wants to know what it says.
    bool readString(QString* out);
    bool readEscape(QString* out);
    std::optional<char16_t> readHex();
    bool readNumber(JsonValue& value);
    bool readWord(JsonValue& value, QByteArrayView word, JsonValue::Kind kind, bool flag);
    bool checkUtf8();
    bool digits();
    void skipBlanks();
    bool at(char c) const { return m_pos < m_text.size() && m_text[m_pos] == c; }
    bool refuse(const QString& words);

    QByteArrayView m_text;
    std::optional<QStringDecoder> m_utf8; ///< made when a string is first decoded
    qsizetype m_pos = 0;
    QVarLengthArray<Open, 16> m_open;
    const PathTree* m_paths = nullptr; ///< null: the values are kept
    JsonValue m_passed;                ///< where they are not kept: what each is read into
    QList<std::optional<JsonSpan>> m_spans;
    QVarLengthArray<qsizetype, 8> m_found; ///< paths, as they were found
    QVarLengthArray<std::pair<qsizetype, qsizetype>, 8>
        m_foundIn;                          ///< by node: which of these its last value had
    PathTree::Node m_next = PathTree::none; ///< of the value that is read next
    JsonValue m_root;
    QString m_words;
};

} // namespace hookworks
