// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/path.h"
#include "ui/reports/sheet_model.h"
#include "workbench/design/definition.h"

#include <QHash>

#include <functional>

class QWidget;

namespace hookworks {

class ReportDocument;

/// What an option is edited with: a widget, and how it shows a value (null pointer: none is set).
struct OptionField
{
    QWidget* widget = nullptr;
    std::function<void(const JsonValue* value)> show;
    bool wide = false; ///< a table: it stands below its label, across the form
    std::function<void(const QList<CellProblem>& problems)> tell = {}; ///< of a table
    std::function<void(const JsonPath& place)> goTo = {};              ///< of a table
};

/// Where an option stands and what it takes.
struct OptionPlace
{
    ReportDocument& document;
    const ProviderProfile& profile;
    JsonPath object;
    DocumentField field;
    QHash<QString, QString> colours; ///< of the theme in use, by variable
    /// The option that goes with it: the headings of rows of cells, what names the series of points.
    std::optional<JsonPath> beside;
};

/// The editor of an option, of the kind that its type asks for: a list of words with their colours, segments,
/// a check box, a number, a line or lines of text, a secret, a colour, a picture, a table. What is chosen or
/// typed goes into the document at once; the key that is written is the one that is there already.
OptionField makeOptionField(const OptionPlace& place);

/// The key that the document uses for the option: the field's own, or its other spelling.
QString keyInUse(const ReportDocument& document, const JsonPath& object, const DocumentField& field);

} // namespace hookworks
