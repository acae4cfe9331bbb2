// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

namespace hookworks {

/// A container around a place in a JSON text.
struct UnfinishedPart
{
    bool isObject = false;
    QString key;                   ///< of the member that the place is in
    QStringList keys;              ///< of all its members
    QHash<QString, QString> texts; ///< those members that are texts
};

/// What is known of a place in a JSON text that may be unfinished or wrong: the containers from the outermost
/// in, and the word that stands there.
struct UnfinishedPlace
{
    QList<UnfinishedPart> parts;
    bool isKey = false;      ///< a member's name belongs here
    bool isValue = false;    ///< a value belongs here
    QString word;            ///< the key, text, number or name at the place
    QString typed;           ///< of it, before the place
    qint64 from = 0, to = 0; ///< its bytes, quotes included; without a word both are the place
    bool hasColon = false;   ///< one follows the key
};

/// Linear, without recursion.
UnfinishedPlace placeIn(QByteArrayView text, qint64 offset);

} // namespace hookworks
