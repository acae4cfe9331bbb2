// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/path.h"

#include <QCoreApplication>

#include <algorithm>

namespace hookworks {

namespace {

bool isPlainName(QStringView name)
{
    const auto plain = [](QChar c) { return c.isLetterOrNumber() || c == u'_' || c == u'-'; };
    return !name.isEmpty() && std::ranges::all_of(name, plain);
}

std::optional<JsonPath::Step> takeDotted(QStringView& rest)
{
    qsizetype end = 1;
    while (end < rest.size() && rest[end] != u'.' && rest[end] != u'[')
        ++end;
    const QString name = rest.sliced(1, end - 1).toString();
    rest = rest.sliced(end);
    return name.isEmpty() ? std::nullopt : std::optional<JsonPath::Step>(name);
}

std::optional<JsonPath::Step> takeQuoted(QStringView& rest)
{
    const QChar quote = rest[1];
    QString name;
    for (qsizetype i = 2; i < rest.size(); ++i) {
        if (rest[i] == u'\\' && i + 1 < rest.size()) {
            name += rest[++i];
        } else if (rest[i] == quote) {
            if (i + 1 >= rest.size() || rest[i + 1] != u']')
                return std::nullopt;
            rest = rest.sliced(i + 2);
            return name;
        } else {
            name += rest[i];
        }
    }
    return std::nullopt;
}

std::optional<JsonPath::Step> takeBracketed(QStringView& rest)
{
    if (rest.size() > 1 && (rest[1] == u'\'' || rest[1] == u'"'))
        return takeQuoted(rest);
    const qsizetype end = rest.indexOf(u']');
    bool good = end > 1 && rest[1].isDigit();
    const qlonglong index = good ? rest.sliced(1, end - 1).toLongLong(&good) : 0;
    if (!good)
        return std::nullopt;
    rest = rest.sliced(end + 1);
    return static_cast<qsizetype>(index);
}

const JsonValue* stepInto(const JsonValue* value, const JsonPath::Step& step)
{
    if (const auto* key = std::get_if<QString>(&step))
        return value->find(*key);
    const auto index = static_cast<size_t>(std::get<qsizetype>(step));
    return index < value->items.size() ? &value->items[index] : nullptr;
}

} // namespace

std::optional<JsonPath> JsonPath::parse(QStringView text)
{
    if (!text.startsWith(u'$'))
        return std::nullopt;
    JsonPath path;
    for (QStringView rest = text.sliced(1); !rest.isEmpty();) {
        std::optional<Step> step;
        if (rest[0] == u'.')
            step = takeDotted(rest);
        else if (rest[0] == u'[')
            step = takeBracketed(rest);
        if (!step)
            return std::nullopt;
        path.steps << *step;
    }
    return path;
}

QString JsonPath::toString() const
{
    QString text = QStringLiteral("$");
    for (const Step& step : steps) {
        if (const auto* index = std::get_if<qsizetype>(&step)) {
            text += u'[' + QString::number(*index) + u']';
            continue;
        }
        QString name = std::get<QString>(step);
        if (isPlainName(name))
            text += u'.' + name;
        else
            text += QStringLiteral("['") +
                    name.replace(u'\\', QStringLiteral("\\\\")).replace(u'\'', QStringLiteral("\\'")) +
                    QStringLiteral("']");
    }
    return text;
}

JsonPath JsonPath::child(const QString& key) const
{
    JsonPath path = *this;
    path.steps << key;
    return path;
}

JsonPath JsonPath::child(qsizetype index) const
{
    JsonPath path = *this;
    path.steps << index;
    return path;
}

const JsonValue* valueAt(const JsonValue& root, const JsonPath& path)
{
    const JsonValue* value = &root;
    for (const JsonPath::Step& step : path.steps) {
        value = stepInto(value, step);
        if (value == nullptr)
            return nullptr;
    }
    return value;
}

Result<void> setAt(JsonValue& root, const JsonPath& path, JsonValue value)
{
    JsonValue* place = &root;
    for (qsizetype i = 0; i < path.steps.size(); ++i) {
        const auto* key = std::get_if<QString>(&path.steps[i]);
        const bool last = i + 1 == path.steps.size();
        if (last && key != nullptr && place->isObject() && place->find(*key) == nullptr)
            place->append(*key, {});
        place = const_cast<JsonValue*>(stepInto(place, path.steps[i]));
        if (place == nullptr)
            return fail(ErrorCode::NotFound,
                        QCoreApplication::translate("hookworks", "There is no %1").arg(path.toString()));
    }
    *place = std::move(value);
    return {};
}

QString leafText(const JsonValue& value)
{
    return value.isString() ? value.text : QString::fromUtf8(compactJson(value));
}

} // namespace hookworks
