// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/handon/placeholders.h"

#include "json/value.h"
#include "workbench/inspect/replacing.h"

namespace hookworks {

namespace {

const QRegularExpression& placeholderForm()
{
    static const QRegularExpression form(QStringLiteral(R"re(\{\{secret:([a-z0-9][a-z0-9-]{0,63})\}\})re"));
    return form;
}

QByteArray asItIs(const QByteArray& value)
{
    return value;
}

/// What a path, a query and a user of a URL can hold as it is stays.
QByteArray inUrl(const QByteArray& value)
{
    return value.toPercentEncoding(":/");
}

QByteArray inForm(const QByteArray& value)
{
    return value.toPercentEncoding();
}

QByteArray inJson(const QByteArray& value)
{
    return compactJson(JsonValue::string(QString::fromUtf8(value))).sliced(1).chopped(1);
}

QByteArray filledBody(const Request& request, const PlaceholderValues& values)
{
    if (!request.body.contains("{{secret:"))
        return request.body;
    if (readJson(request.body))
        return filled(request.body, values, inJson);
    const QByteArray type = request.headers.value("Content-Type").value_or("").toLower();
    return filled(request.body, values,
                  type.startsWith("application/x-www-form-urlencoded") ? inForm : asItIs);
}

/// `X-Api-Key` becomes `x-api-key`.
QString baseName(QByteArrayView place)
{
    QString name;
    for (const QChar c : QString::fromUtf8(place).toLower()) {
        const bool plain = (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9');
        if (plain)
            name += c;
        else if (!name.isEmpty() && !name.endsWith(u'-'))
            name += u'-';
    }
    constexpr qsizetype longest = 50; // a hyphen and a number follow
    name.truncate(longest);
    while (name.endsWith(u'-'))
        name.chop(1);
    return name.isEmpty() ? QStringLiteral("secret") : name;
}

void addNames(QStringList& names, const QStringList& more)
{
    for (const QString& name : more) {
        if (!names.contains(name))
            names << name;
    }
}

template <class Change>
void changeReply(Reply& reply, Change change)
{
    for (Header& field : reply.headers.fields)
        field.value = change(field.value);
    reply.body = change(reply.body);
}

QString maskedText(const QString& text, const QString& name, const Masking& masking)
{
    const QByteArray last = name.section(u'.', -1).toUtf8();
    return masking.isSecretName(last) ? QString::fromUtf8(masking.fieldValue(last, text.toUtf8()))
                                      : masking.text(text);
}

void mask(QList<std::pair<QString, QString>>& pairs, const Masking& masking)
{
    for (auto& [name, value] : pairs)
        value = maskedText(value, name, masking);
}

void mask(Reply& reply, const Masking& masking)
{
    reply.headers = masking.fields(reply.headers);
    reply.body = masking.body(reply.body, reply.headers.value("Content-Type").value_or(""));
    reply.bodyFile.clear(); // a file of somebody else's machine
}

QString hiddenText(const char* name, const QString& secret, const Masking& masking)
{
    return secret.isEmpty() ? secret : QString::fromUtf8(masking.replaced(name, secret.toUtf8()));
}

} // namespace

bool isPlaceholderName(const QString& name)
{
    const QString text = QString::fromUtf8(placeholderText(name));
    return placeholderForm().match(text).captured() == text;
}

QByteArray placeholderText(const QString& name)
{
    return "{{secret:" + name.toUtf8() + "}}";
}

QStringList placeholdersIn(const QByteArray& text)
{
    QStringList names;
    for (qsizetype at = text.indexOf("{{secret:"); at >= 0; at = text.indexOf("{{secret:", at + 1)) {
        const auto match = placeholderForm().match(
            QString::fromLatin1(text.sliced(at).first(std::min<qsizetype>(text.size() - at, 100))), 0,
            QRegularExpression::NormalMatch, QRegularExpression::AnchorAtOffsetMatchOption);
        if (match.hasMatch())
            addNames(names, {match.captured(1)});
    }
    return names;
}

QStringList placeholdersIn(const Request& request)
{
    QStringList names = placeholdersIn(request.url.toUtf8());
    for (const Header& field : request.headers.fields)
        addNames(names, placeholdersIn(field.name) + placeholdersIn(field.value));
    addNames(names, placeholdersIn(request.body));
    return names;
}

QByteArray filled(const QByteArray& text, const PlaceholderValues& values,
                  const std::function<QByteArray(const QByteArray&)>& write)
{
    if (!text.contains("{{secret:"))
        return text;
    return replacedIn(text, placeholderForm(), 0, [&](const QList<QByteArray>& found) {
        const auto value = values.constFind(QString::fromLatin1(found[1]));
        return value == values.cend() ? found[0] : write(*value);
    });
}

Request filled(Request request, const PlaceholderValues& values)
{
    const QByteArray length = QByteArray::number(request.body.size());
    request.url = QString::fromUtf8(filled(request.url.toUtf8(), values, inUrl));
    for (Header& field : request.headers.fields)
        field = {filled(field.name, values, asItIs), filled(field.value, values, asItIs)};
    request.body = filledBody(request, values);
    if (request.headers.value("Content-Length") == length)
        request.headers.set("Content-Length", QByteArray::number(request.body.size()));
    return request;
}

QList<ReplyRule> filled(QList<ReplyRule> rules, const PlaceholderValues& values)
{
    const auto bytes = [&values](const QByteArray& text) { return filled(text, values, asItIs); };
    const auto words = [&](QString& text) { text = QString::fromUtf8(bytes(text.toUtf8())); };
    for (ReplyRule& rule : rules) {
        for (auto* pairs : {&rule.match.query, &rule.match.header, &rule.match.body}) {
            for (auto& [name, value] : *pairs)
                words(value);
        }
        if (rule.require) {
            words(rule.require->bearer);
            words(rule.require->basicPassword);
        }
        for (Reply& reply : rule.replies)
            changeReply(reply, bytes);
        if (rule.otherwise)
            changeReply(*rule.otherwise, bytes);
        words(rule.forwardTo);
    }
    return rules;
}

Masking PlaceholderNames::masking(const std::shared_ptr<PlaceholderNames>& names)
{
    const auto byName = [names](QByteArrayView place, const QByteArray& secret) {
        return names->textFor(place, secret);
    };
    const auto byValue = [names](const QByteArray& secret) {
        const auto known = names->m_known.values.constFind(secret);
        return known == names->m_known.values.cend() ? QByteArrayLiteral("***")
                                                     : names->textFor(*known, secret);
    };
    return Masking(names->m_known.names, SecretFinder(names->m_known.values.keys(), byValue), byName);
}

QByteArray PlaceholderNames::textFor(QByteArrayView place, const QByteArray& secret)
{
    QString& name = m_names[secret];
    if (name.isEmpty()) {
        const QString base = baseName(place);
        name = QStringLiteral("%1-%2").arg(base).arg(++m_counts[base]);
        m_given << Placeholder{name, QString::fromUtf8(place)};
        m_values.insert(name, secret);
    }
    return placeholderText(name);
}

ReplyRule maskedRule(ReplyRule rule, const Masking& masking)
{
    rule.name = masking.text(rule.name);
    rule.match.path = masking.url(rule.match.path);
    for (auto* pairs : {&rule.match.query, &rule.match.header, &rule.match.body})
        mask(*pairs, masking);
    if (rule.require) {
        rule.require->bearer = hiddenText("bearer", rule.require->bearer, masking);
        rule.require->basicPassword = hiddenText("password", rule.require->basicPassword, masking);
    }
    for (Reply& reply : rule.replies)
        mask(reply, masking);
    if (rule.otherwise)
        mask(*rule.otherwise, masking);
    rule.forwardTo = masking.url(rule.forwardTo);
    return rule;
}

} // namespace hookworks
