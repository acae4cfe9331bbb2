// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "provider/member_taker.h"

#include <QCoreApplication>

#include <algorithm>

namespace hookworks {

void MemberTaker::refuse(const JsonValue& value, const JsonPath& path, const QString& words)
{
    if (m_error)
        return;
    const TextPosition place = positionAt(m_text, std::max<qint64>(0, value.offset));
    m_error = Error{ErrorCode::BadInput,
                    QCoreApplication::translate("hookworks", "line %1, column %2, %3: %4")
                        .arg(place.line)
                        .arg(place.column)
                        .arg(path.toString(), words),
                    {}};
}

void MemberTaker::object(const JsonValue& value, const JsonPath& path, Takers takers)
{
    if (!value.isObject())
        return refuse(value, path, QCoreApplication::translate("hookworks", "an object belongs here"));
    for (const JsonMember& member : value.members) {
        const auto* const taker = std::ranges::find(takers, member.key, &Takers::value_type::first);
        if (taker == takers.end())
            return refuse(member.value, path.child(member.key),
                          QCoreApplication::translate("hookworks", "unknown key"));
        taker->second(member.value, path.child(member.key));
    }
}

void MemberTaker::array(const JsonValue& value, const JsonPath& path, const Take& take)
{
    if (!value.isArray())
        return refuse(value, path, QCoreApplication::translate("hookworks", "an array belongs here"));
    for (qsizetype i = 0; const JsonValue& item : value.items) {
        take(item, path.child(i));
        ++i;
    }
}

MemberTaker::Take MemberTaker::text(QString& target)
{
    return [this, &target](const JsonValue& value, const JsonPath& path) {
        if (!value.isString())
            return refuse(value, path, QCoreApplication::translate("hookworks", "a text belongs here"));
        target = value.text;
    };
}

MemberTaker::Take MemberTaker::words(QStringList& target)
{
    return [this, &target](const JsonValue& value, const JsonPath& path) {
        array(value, path, [this, &target](const JsonValue& item, const JsonPath& at) {
            QString word;
            text(word)(item, at);
            target << word;
        });
    };
}

MemberTaker::Take MemberTaker::flag(bool& target)
{
    return [this, &target](const JsonValue& value, const JsonPath& path) {
        if (!value.isBool())
            return refuse(value, path,
                          QCoreApplication::translate("hookworks", "true or false belongs here"));
        target = value.flag;
    };
}

MemberTaker::Take
MemberTaker::each(std::function<void(const QString&, const JsonValue&, const JsonPath&)> take)
{
    return [this, take = std::move(take)](const JsonValue& value, const JsonPath& path) {
        if (!value.isObject())
            return refuse(value, path, QCoreApplication::translate("hookworks", "an object belongs here"));
        for (const JsonMember& member : value.members)
            take(member.key, member.value, path.child(member.key));
    };
}

double MemberTaker::number(const JsonValue& value, const JsonPath& path)
{
    bool ok = value.isNumber();
    const double result = ok ? value.text.toDouble(&ok) : 0;
    if (!ok)
        refuse(value, path, QCoreApplication::translate("hookworks", "a number belongs here"));
    return result;
}

} // namespace hookworks
