// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/literal_text.h"

namespace hookworks {

/// Reads the values of a literal, one after the other, where the text stands. nullopt with the text's
/// problem: it cannot be read; nullopt without one: it is `undefined`.
class LiteralValues
{
public:
    LiteralValues(LiteralText& text, LiteralChoice choice)
        : m_text(text)
        , m_choice(choice)
    {
    }

    /// One value, with its alternatives. `key`: of the member that it belongs to, for the changes' words.
    std::optional<JsonValue> read(const QString& key = {});
    /// In quotes or without; nullopt with a problem.
    std::optional<QString> readKey();
    bool sawChoices() const { return m_sawChoices; }

private:
    enum class Kind
    {
        Value,
        Undefined,
        Unknown, ///< a name that stands for something which the text does not show
        Wrong
    };
    struct Operand
    {
        Kind kind = Kind::Wrong;
        JsonValue value;
        QString written;
    };

    Operand readOperand();
    Operand readPrimary();
    Operand readWord();
    Operand readNumber();
    Operand readCall(const QString& name);
    Operand readPlaceholder();
    Operand container(bool isObject);
    bool readMember(JsonValue& object);
    bool readItem(JsonValue& array);
    bool skipEllipsis();
    bool afterEntry(QChar close, bool& ends);
    const Operand* chosenOf(const QList<Operand>& operands) const;

    LiteralText& m_text;
    LiteralChoice m_choice;
    bool m_sawChoices = false;
    int m_depth = 0;
};

} // namespace hookworks
