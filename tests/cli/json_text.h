// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QList>

namespace hookworks {

/// The object of a line; the test fails fatally where it is none.
QJsonObject objectOf(const QByteArray& line);

/// An object's own keys in the order of its text, joined by spaces: order is part of the contract, and
/// QJsonObject loses it.
QByteArray keysOf(const QByteArray& line);

/// The text of one member's value, as it stands.
QByteArray memberText(const QByteArray& line, const QByteArray& key);

} // namespace hookworks
