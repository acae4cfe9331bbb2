// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/secret_names.h"

#include "domain/readable_text.h"

#include <algorithm>
#include <array>

namespace hookworks {

namespace {

constexpr qsizetype longestName = 200;

QString folded(const QString& name)
{
    QString text;
    for (const QChar c : name.toLower()) {
        if (c.isLetterOrNumber() || c == u'*')
            text += c;
    }
    return text;
}

} // namespace

SecretNames::SecretNames()
    : SecretNames(builtIn())
{
}

SecretNames::SecretNames(QStringList names)
    : m_names(std::move(names))
{
    for (const QString& name : std::as_const(m_names)) {
        if (name.startsWith(u'!'))
            m_open << patternOf(name.sliced(1));
        else
            m_secret << patternOf(name);
    }
}

SecretNames::Pattern SecretNames::patternOf(const QString& name)
{
    QString text = folded(name);
    const bool openStart = text.startsWith(u'*'), openEnd = text.endsWith(u'*');
    return {text.remove(u'*'), openStart, openEnd};
}

bool SecretNames::Pattern::matches(const QString& name) const
{
    if (openStart && openEnd)
        return name.contains(text);
    if (openStart)
        return name.endsWith(text);
    return openEnd ? name.startsWith(text) : name == text;
}

SecretNames::Kind SecretNames::kindOf(QByteArrayView name) const
{
    const QString plain = folded(readableText(name.first(std::min(name.size(), longestName)))).remove(u'*');
    const auto matches = [&plain](const Pattern& pattern) { return pattern.matches(plain); };
    if (plain.isEmpty())
        return Kind::Unknown;
    if (std::ranges::any_of(m_open, matches))
        return Kind::Open;
    return std::ranges::any_of(m_secret, matches) ? Kind::Secret : Kind::Unknown;
}

bool SecretNames::isSecretField(QByteArrayView name) const
{
    static constexpr std::array wholes{"key", "code", "pass", "pw", "pin", "sid", "session"};
    const Kind kind = kindOf(name);
    return kind == Kind::Secret ||
           (kind == Kind::Unknown && std::ranges::any_of(wholes, [&](const char* whole) {
                return name.compare(whole, Qt::CaseInsensitive) == 0;
            }));
}

const QStringList& SecretNames::builtIn()
{
    static const QStringList names =
        QStringLiteral(
            "Authorization Proxy-Authorization Cookie Set-Cookie Cookies *token *secret *secrets *password "
            "*passwords passwd pwd *passphrase *passcode otp "
            "*signature* *sig *hmac* *api-key *api-keys *access-key *access-key-id *private-key *secret-key "
            "*subscription-key *functions-key *master-key *account-key *encryption-key *signing-key "
            "*session-id *credential *credentials *jwt auth x-auth *auth-key *auth-header bearer "
            "*connection-string "
            "!Accept* !Content-* !User-Agent !Host !Date !Origin !Referer !Connection !Cache-Control !Expect "
            "!Transfer-Encoding !X-Request-Id !X-Correlation-Id !Idempotency-Key "
            "!Webhook-Id !Webhook-Timestamp !Svix-Id !Svix-Timestamp")
            .split(u' ');
    return names;
}

bool SecretNames::isName(const QString& name)
{
    const QString bare = name.startsWith(u'!') ? name.sliced(1) : name;
    const QString text = folded(bare);
    return !patternOf(bare).text.isEmpty() && name.size() <= longestName &&
           !text.mid(1, text.size() - 2).contains(u'*');
}

} // namespace hookworks
