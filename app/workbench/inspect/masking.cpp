// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/inspect/masking.h"

#include "http/loose_head.h"
#include "workbench/inspect/body_masking.h"
#include "workbench/inspect/replacing.h"

namespace hookworks {

namespace {

QByteArray stars(QByteArrayView, const QByteArray&)
{
    return QByteArrayLiteral("***");
}

bool isNamed(QByteArrayView name, QByteArrayView other)
{
    return name.compare(other, Qt::CaseInsensitive) == 0;
}

/// Tokens that services put into the path: Telegram, Slack, Discord.
const QList<QRegularExpression>& tokensInPaths()
{
    static const QList<QRegularExpression> list{
        QRegularExpression(QStringLiteral(R"re(/bot(\d[^/?#\s"'<>]*))re")),
        QRegularExpression(QStringLiteral(R"re(/services/(T\w+/B\w+/\w+))re")),
        QRegularExpression(QStringLiteral(R"re(/webhooks/\d+/([\w-]+))re"))};
    return list;
}

} // namespace

Masking::Masking(SecretNames names, SecretFinder finder)
    : Masking(std::move(names), std::move(finder), &stars)
{
}

Masking::Masking(SecretNames names, SecretFinder finder, Replace replace)
    : m_names(std::move(names))
    , m_finder(std::move(finder))
    , m_replace(std::move(replace))
{
}

Masking Masking::search(SecretNames names, Found found)
{
    const auto replace = [found = std::move(found)](QByteArrayView name, const QByteArray& secret) {
        found(name, secret);
        return secret;
    };
    Masking masking(std::move(names), SecretFinder(), replace);
    masking.m_isSearch = true;
    return masking;
}

QByteArray Masking::text(const QByteArray& text) const
{
    return byValue(urlParts(text, true));
}

QString Masking::text(const QString& text) const
{
    return QString::fromUtf8(this->text(text.toUtf8()));
}

QByteArray Masking::target(const QByteArray& target) const
{
    return byValue(urlParts(target, false));
}

QString Masking::url(const QString& url) const
{
    return QString::fromUtf8(target(url.toUtf8()));
}

/// User and password, parameters with secret names, tokens in paths. In running text a quote ends a URL.
QByteArray Masking::urlParts(const QByteArray& text, bool running) const
{
    static const QRegularExpression user(QStringLiteral(R"re(://([^/?#\s"'<>]+)@)re"));
    static const QRegularExpression anywhere(
        QStringLiteral(R"re([?&;#,][ \t]?([^=&;#?,\s"'<>]{1,200})=([^&#\s"'<>]*))re"));
    static const QRegularExpression inTarget(QStringLiteral(R"re([?&;#]([^=&;#?\s]{1,200})=([^&#\s]*))re"));
    QByteArray result = replacedIn(text, user, 1, [this](const QList<QByteArray>& found) {
        const QByteArray whole = QByteArray::fromPercentEncoding(found[1]);
        const QByteArray instead = replaced("password", whole);
        if (const qsizetype colon = whole.indexOf(':'); m_isSearch && colon >= 0)
            (void)replaced("password", whole.sliced(colon + 1));
        return instead == whole ? found[1] : instead;
    });
    result = replacedIn(result, running ? anywhere : inTarget, 2, [&](const QList<QByteArray>& found) {
        if (found[2].isEmpty() || !m_names.isSecretField(formDecoded(found[1])))
            return running ? found[2] : parameterValue(found[2]);
        const QByteArray plain = formDecoded(found[2]);
        const QByteArray instead = replaced(formDecoded(found[1]), plain);
        return instead == plain ? found[2] : instead;
    });
    for (const QRegularExpression& path : tokensInPaths())
        result = replacedIn(result, path, 1,
                            [this](const QList<QByteArray>& found) { return replaced("token", found[1]); });
    return result;
}

/// JSON or another address, which a parameter without a secret's name may hold.
QByteArray Masking::parameterValue(const QByteArray& value) const
{
    const QByteArray plain = formDecoded(value);
    const bool isJson = plain.startsWith('{') || plain.startsWith('[');
    const QByteArray hidden = isJson ? body(plain, {}) : plain.contains("://") ? text(plain) : plain;
    return hidden == plain ? value : formEncoded(hidden);
}

/// The parts count as secrets as well: what follows the scheme, Basic's password, parameters.
QByteArray Masking::credentials(QByteArrayView name, const QByteArray& value) const
{
    static const QRegularExpression parameter(QStringLiteral(R"re(([\w-]+)="?([^",\s]+))re"));
    const QByteArray instead = replaced(name, value);
    if (!m_isSearch)
        return instead;
    const qsizetype space = value.indexOf(' ');
    const QByteArray rest = space < 0 ? QByteArray() : value.sliced(space + 1).trimmed();
    if (!rest.isEmpty())
        (void)replaced(name, rest);
    if (isNamed(QByteArrayView(value).first(std::max<qsizetype>(space, 0)), "Basic")) {
        const QByteArray pair = QByteArray::fromBase64(rest);
        (void)replaced(name, pair);
        (void)replaced("password", pair.sliced(pair.indexOf(':') + 1));
    }
    (void)replacedIn(value, parameter, 2, [this](const QList<QByteArray>& found) {
        return isSecretName(found[1]) ? replaced(found[1], found[2]) : found[2];
    });
    return instead;
}

/// The names stay. Of Set-Cookie only the first pair is the cookie.
QByteArray Masking::cookies(const QByteArray& value, bool onlyFirst) const
{
    QByteArrayList pieces = value.split(';');
    for (qsizetype i = 0; i < (onlyFirst ? 1 : pieces.size()); ++i) {
        const qsizetype equals = pieces[i].indexOf('=');
        const QByteArray cookie = pieces[i].sliced(equals + 1);
        if (!cookie.trimmed().isEmpty())
            pieces[i] = pieces[i].first(equals + 1) + replaced("cookie", cookie.trimmed());
    }
    return pieces.join(';');
}

QByteArray Masking::fieldValue(QByteArrayView name, const QByteArray& value) const
{
    const bool sets = isNamed(name, "Set-Cookie");
    if (value.isEmpty())
        return value;
    if (!m_names.isSecretField(name))
        return value.startsWith('{') || value.startsWith('[') ? body(value, {}) : text(value);
    return sets || isNamed(name, "Cookie") ? byValue(cookies(value, sets)) : credentials(name, value);
}

HeaderList Masking::fields(HeaderList headers) const
{
    for (Header& field : headers.fields)
        field = {byValue(field.name), fieldValue(field.name, field.value)};
    return headers;
}

QByteArray Masking::firstLine(const QByteArray& line) const
{
    const RequestLine parts = requestLineOf(line);
    if (line.startsWith("HTTP/") || parts.target.isEmpty())
        return text(line);
    QByteArray masked = line;
    return masked.replace(line.indexOf(parts.target, parts.method.size()), parts.target.size(),
                          target(parts.target));
}

/// One line of fields; a folded one belongs to the field before, `name`. Where the colon is forgotten, a
/// space ends the name.
QByteArray Masking::fieldLine(const QByteArray& line, QByteArray& name) const
{
    const bool folded = line.startsWith(' ') || line.startsWith('\t');
    const qsizetype sign = line.contains(':') ? line.indexOf(':') : line.indexOf(' ');
    if (!folded && sign < 0)
        return text(line);
    const QByteArray value = (folded ? line : line.sliced(sign + 1)).trimmed();
    if (!folded)
        name = line.first(sign).trimmed();
    if (value.isEmpty())
        return line;
    QByteArray masked = line;
    return masked.replace(line.indexOf(value, folded ? 0 : sign + 1), value.size(), fieldValue(name, value));
}

QByteArray Masking::head(const QByteArray& head) const
{
    static const QRegularExpression line(QStringLiteral("[^\r\n]+"));
    const LooseHead loose = looseHead(head);
    const qsizetype end = loose.end;
    QByteArray name;
    bool first = true;
    const QByteArray lines = replacedIn(head.first(end), line, 0, [&](const QList<QByteArray>& found) {
        return std::exchange(first, false) ? firstLine(found[0]) : fieldLine(found[0], name);
    });
    const QByteArray rest = head.sliced(end);
    return byValue(lines) +
           (rest.isEmpty() ? rest : body(rest, loose.headers.value("Content-Type").value_or("")));
}

QByteArray Masking::body(const QByteArray& body, const QByteArray& contentType) const
{
    return BodyMasking(*this).body(body, contentType);
}

} // namespace hookworks
