// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/value.h"

#include <QStringDecoder>

namespace hookworks {

/// Reads one JSON text, without recursion. Used once; see readJson().
class JsonReader
{
public:
    explicit JsonReader(QByteArrayView text)
        : m_text(text)
    {
    }
    tl::expected<JsonValue, JsonProblem> read();

private:
    bool step();
    bool readValue(JsonValue& value);
    bool readKey(JsonValue& object);
    void close();
    bool readString(QString& out);
    bool readEscape(QString& out);
    std::optional<char16_t> readHex();
    bool readNumber(JsonValue& value);
    bool readWord(JsonValue& value, QByteArrayView word, JsonValue::Kind kind, bool flag);
    bool checkUtf8();
    bool digits();
    void skipBlanks();
    bool at(char c) const { return m_pos < m_text.size() && m_text[m_pos] == c; }
    bool refuse(const QString& words);

    QByteArrayView m_text;
    /// QString::fromUtf8() would leave out a U+FEFF that a piece of a string starts with.
    QStringDecoder m_utf8 = QStringDecoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless |
                                                                     QStringDecoder::Flag::ConvertInitialBom);
    qsizetype m_pos = 0;
    std::vector<JsonValue*> m_open; ///< stays valid: a container does not grow while one inside it is open
    JsonValue m_root;
    QString m_words;
};

} // namespace hookworks
