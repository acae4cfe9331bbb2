// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/header_list.h"
#include "domain/secret_names.h"
#include "workbench/inspect/secret_finder.h"

#include <QString>

#include <functional>

namespace hookworks {

/// Puts `***` where secrets stand: by name (fields, query parameters, form fields, JSON keys, a URL's user
/// and password, tokens in the paths of well-known services) and by value, in whatever writing. What has a
/// form keeps it: JSON stays JSON, a head keeps its lines. A value. Of what is put in their place instead,
/// where it is given, only what a URL, a field's value and JSON can hold stands as it is.
class Masking
{
public:
    /// What stands for a secret that was found by the name `name`: of a field, a parameter, a JSON key.
    using Replace = std::function<QByteArray(QByteArrayView name, const QByteArray& secret)>;
    using Found = std::function<void(QByteArrayView name, const QByteArray& secret)>;

    Masking() = default;
    Masking(SecretNames names, SecretFinder finder);
    /// Puts what `replace` gives in the place of what is found by its name; the finder has its own.
    Masking(SecretNames names, SecretFinder finder, Replace replace);
    /// Looks for the same, by name alone, and gives what it finds to `found`; what it returns does not
    /// matter.
    static Masking search(SecretNames names, Found found);

    const SecretNames& names() const { return m_names; }
    /// Running text, in which URLs may stand.
    QByteArray text(const QByteArray& text) const;
    QString text(const QString& text) const;
    /// A URL or a request target.
    QByteArray target(const QByteArray& target) const;
    QString url(const QString& url) const;
    QByteArray fieldValue(QByteArrayView name, const QByteArray& value) const;
    HeaderList fields(HeaderList headers) const;
    /// A request's or an answer's, whole or not; what stands behind its blank line is a body.
    QByteArray head(const QByteArray& head) const;
    /// A body without any coding.
    QByteArray body(const QByteArray& body, const QByteArray& contentType) const;

    /// Of a JSON key or a form's field.
    bool isSecretName(QByteArrayView name) const { return m_names.isSecret(name); }
    QByteArray replaced(QByteArrayView name, const QByteArray& secret) const
    {
        return m_replace ? m_replace(name, secret) : secret;
    }
    /// By value only.
    QByteArray byValue(const QByteArray& bytes) const { return m_finder.masked(bytes); }

private:
    QByteArray urlParts(const QByteArray& text, bool running) const;
    QByteArray parameterValue(const QByteArray& value) const;
    QByteArray credentials(QByteArrayView name, const QByteArray& value) const;
    QByteArray cookies(const QByteArray& value, bool onlyFirst) const;
    QByteArray firstLine(const QByteArray& line) const;
    QByteArray fieldLine(const QByteArray& line, QByteArray& name) const;

    SecretNames m_names;
    SecretFinder m_finder;
    Replace m_replace;
    bool m_isSearch = false; ///< parts of what is found are found as well
};

} // namespace hookworks
