// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/secret_box.h"

namespace hookworks {

/// Seals so that a test can see it was done: each byte changed by one fixed mask, behind a mark.
class PlainSecretBox final : public SecretBox
{
public:
    QByteArray seal(const QByteArray& plain) const override
    {
        return plain.isEmpty() ? QByteArray() : "sealed:" + masked(plain);
    }
    Result<QByteArray> open(const QByteArray& sealed) const override
    {
        if (sealed.isEmpty())
            return QByteArray();
        if (!sealed.startsWith("sealed:"))
            return fail(ErrorCode::CannotOpen, QStringLiteral("This secret was not sealed here."));
        return masked(sealed.sliced(7));
    }

private:
    static QByteArray masked(QByteArray bytes)
    {
        for (char& byte : bytes)
            byte = static_cast<char>(byte ^ 0x55);
        return bytes;
    }
};

} // namespace hookworks
