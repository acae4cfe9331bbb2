// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/delivery.h"

#include <QByteArray>

namespace hookworks {

/// What a Request does not say of the message that curl is to send.
struct CurlForm
{
    QByteArray target;    ///< the request target as it stands on the line; empty: what the URL says
    QByteArray connectTo; ///< address:port where that is not what the URL says
    bool http10 = false;
    bool withoutHost = false; ///< a request without Host has none; else curl says what the URL says
    bool operator==(const CurlForm&) const = default;
};

/// A request as a command for a POSIX shell that, pasted, makes curl send the same method, target, header
/// fields (in order, with their case; none of curl's own) and body, byte for byte. The command is plain text:
/// bytes that a terminal or clipboard might change (controls, what is no UTF-8) come from printf.
QByteArray curlCommand(const Request& request, const CurlForm& form = {});

/// Whether it survives the clipboard and a terminal: UTF-8 without controls but line feeds and tabs.
bool isPlainText(const QByteArray& bytes);
/// A shell command that writes exactly these bytes.
QByteArray shellPrinting(const QByteArray& bytes);
/// `text` as one word of a POSIX shell; without NUL, not ending in a line break.
QByteArray shellWord(const QByteArray& text);

} // namespace hookworks
