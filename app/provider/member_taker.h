// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/path.h"

#include <functional>
#include <initializer_list>
#include <optional>
#include <utility>

namespace hookworks {

/// Gives the members of JSON objects, and the items of arrays, to who takes them; what nobody knows is
/// refused. Keeps the first problem, with line, column and path.
class MemberTaker
{
public:
    using Take = std::function<void(const JsonValue& value, const JsonPath& path)>;
    /// By the member's key. As it is written down: a table made for each object takes longer than looking.
    using Takers = std::initializer_list<std::pair<QString, Take>>;

    /// `text` is what the values were read from.
    explicit MemberTaker(const QByteArray& text)
        : m_text(text)
    {
    }

    void object(const JsonValue& value, const JsonPath& path, Takers takers);
    void array(const JsonValue& value, const JsonPath& path, const Take& take);
    /// An object whose members' values go to `take`, one after the other.
    Take each(std::function<void(const QString& key, const JsonValue& value, const JsonPath& path)> take);
    // `target` outlives what they give.
    Take text(QString& target);
    Take words(QStringList& target);
    Take flag(bool& target);
    double number(const JsonValue& value, const JsonPath& path);
    void refuse(const JsonValue& value, const JsonPath& path, const QString& words);

    const std::optional<Error>& problem() const { return m_error; }

private:
    QByteArray m_text;
    std::optional<Error> m_error;
};

} // namespace hookworks
