// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/literal_reader.h"

#include <QDialog>

#include <functional>
#include <optional>

class QLabel;
class QListWidget;

namespace hookworks {

class MonospaceView;

/// The JSON that a text stands for, to be taken or not.
struct OfferedJson
{
    QByteArray json;
    QList<LiteralChange> changes;
    bool hasChoices = false;
};

/// Offers the JSON that a text which is none stands for, with what was changed. Open it with open(); it
/// deletes itself.
class LiteralDialog final : public QDialog
{
    Q_OBJECT
public:
    using Reading = std::function<std::optional<OfferedJson>(LiteralChoice choice)>;
    /// `asItIs`: what leaving the text alone is called ("Paste as it is"); empty: it is not possible.
    LiteralDialog(Reading reading, const QString& take, const QString& asItIs, QWidget* parent);

signals:
    void taken(const QByteArray& json);
    void leftAsItIs();

private:
    void show(LiteralChoice choice);

    Reading m_reading;
    QByteArray m_json;
    MonospaceView* m_text;
    QListWidget* m_changes;
};

} // namespace hookworks
