// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/vendor_pages.h"

namespace hookworks {

QByteArray pageReportTask()
{
    return R"({"id":"b9e574a9-fb52-443b-a1aa-1eed82a8b1ba","title":"Weekly sales overview",)"
           R"("reportTaskId":"20cf12d4-4c6f-4212-8510-14ddbbd6ae66",)"
           R"("templateId":"8692affa-7eb4-40b5-ba15-04ba8954a90c",)"
           R"("startOn":"2020-01-12T00:55:32.941Z","endOn":"2021-01-12T00:55:32.941Z",)"
           R"("frequency":"Monthly","filterCycleId":"487a5c2f-fcae-4ad1-9bfa-444140818446",)"
           R"("createdAt":"2020-01-12T00:51:07.536Z","lastSavedAt":"2020-01-12T00:51:07.659Z",)"
           R"("templateHtml":"<div class=\"report-master-meta\">...</div>"})";
}

QByteArray pagePayload(const QByteArray& which)
{
    const QByteArray start = R"({"reportTask":)" + pageReportTask();
    if (which == "pre")
        return start + R"(,"trigger":"preReportTask"})";
    if (which == "success")
        return start + R"(,"trigger":"postReportTask","status":"success"})";
    return start +
           R"(,"trigger":"postReportTask","status":"failure","error":"Report task failed due to <Error_Reason>"})";
}

} // namespace hookworks
