// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/header_list.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <utility>

namespace hookworks {

/// Most bytes of a body that are shown; whatever is longer is cut there and the screen says so.
constexpr qsizetype shownBodyBytes = 1024 * 1024;
/// The same for the hex view.
constexpr qsizetype shownHexBytes = 64 * 1024;

/// `00000010  7b 22 61 22 …  {"a"…`, sixteen bytes a line, at most shownHexBytes.
QString hexDump(const QByteArray& bytes);

/// Bytes as text: UTF-8 where they are, else Latin-1; NUL and other controls become visible.
QString shownText(const QByteArray& bytes);

/// Where the byte at `offset` stands in shownText(bytes) without its carriage returns.
qsizetype shownPosition(const QByteArray& bytes, qint64 offset);

/// `The first 1 MiB of 12.3 MiB`; empty where nothing is cut.
QString cutNote(qsizetype shown, qsizetype whole);

using NameValues = QList<std::pair<QString, QString>>;

/// The query of a request's target (RFC 3986, 3.4), decoded, in order, duplicates kept.
NameValues queryOf(const QByteArray& target);

/// The parts of a form: `application/x-www-form-urlencoded`, or `multipart/form-data` (RFC 7578), whose files
/// are told as `name.pdf, 1234 bytes`. Empty for anything else.
NameValues formParts(const HeaderList& headers, const QByteArray& body);

} // namespace hookworks
