// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/value.h"

#include <QByteArray>
#include <QStringConverter>

namespace hookworks {

class Masking;

/// Masks a body after its form: JSON by its keys, forms by their fields, anything else by what looks like
/// either. The bytes between the secrets stay as they are.
class BodyMasking
{
public:
    /// `masking` outlives it.
    explicit BodyMasking(const Masking& masking)
        : m_masking(&masking)
    {
    }

    QByteArray body(const QByteArray& body, const QByteArray& contentType) const;

private:
    struct Edit
    {
        qint64 begin = 0, end = 0;
        QByteArray text;
    };

    QByteArray wideBody(const QByteArray& body, const QByteArray& contentType,
                        QStringConverter::Encoding encoding) const;
    QByteArray json(const QByteArray& body, const JsonValue& value) const;
    /// `secretName`: under which it stands; empty: under none.
    void gather(const JsonValue& value, const QByteArray& secretName, QList<Edit>& edits) const;
    QByteArray nameBeside(const JsonValue& object) const;
    QByteArray leaf(const QByteArray& text, const QByteArray& secretName) const;
    QByteArray ifSecret(const QByteArray& name) const;
    QByteArray form(const QByteArray& body) const;
    QByteArray multipart(const QByteArray& body, const QByteArray& boundary) const;
    QByteArray part(const QByteArray& part) const;
    QByteArray loose(const QByteArray& body) const;

    const Masking* m_masking;
};

} // namespace hookworks
