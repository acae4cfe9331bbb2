// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/path.h"

#include <QHash>

#include <functional>
#include <optional>

namespace hookworks {

/// Gives the members of JSON objects, and the items of arrays, to who takes them; what nobody knows is
/// refused. Keeps the first problem, with line, column and path.
class MemberTaker
{
public:
    using Take = std::function<void(const JsonValue& value, const JsonPath& path)>;
    using Takers = QHash<QString, Take>;

    /// `text` is what the values were read from.
    explicit MemberTaker(const QByteArray& text)
        : m_text(text)
    {
    }

    void object(const JsonValue& value, const JsonPath& path, const Takers& takers);
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
