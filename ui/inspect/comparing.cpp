// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/comparing.h"

#include "ui/inspect/compare_dialog.h"
#include "workbench/inspect/differ.h"
#include "workbench/session/workbench.h"

namespace hookworks {

void compareWithBefore(Workbench& workbench, const QString& name, QWidget* parent,
                       const std::function<void(const QString& words)>& tell)
{
    workbench.differ().before(name).then(
        parent, [&workbench, name, parent, tell](const Result<QString>& before) {
            if (!before)
                return tell(before.error().message);
            const bool isCapture = CaptureId::parse(name).has_value();
            (new CompareDialog(workbench, isCapture ? name : *before, isCapture ? *before : name, parent))
                ->open();
        });
}

} // namespace hookworks
