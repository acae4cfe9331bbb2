// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/exit_status.h"

namespace hookworks {

ExitStatus exitStatusOf(ErrorCode code)
{
    switch (code) {
    case ErrorCode::BadInput:
    case ErrorCode::Conflict:
    case ErrorCode::Unsupported:
        return ExitStatus::Usage;
    case ErrorCode::CannotOpen:
    case ErrorCode::CannotWrite:
    case ErrorCode::NewerVersion:
    case ErrorCode::Damaged:
    case ErrorCode::DiskFull:
        return ExitStatus::Workspace;
    case ErrorCode::AddressInUse:
    case ErrorCode::AddressRefused:
        return ExitStatus::Address;
    case ErrorCode::Interrupted:
        return ExitStatus::Interrupted;
    case ErrorCode::NotFound:
    case ErrorCode::Internal:
        break;
    }
    return ExitStatus::Failed;
}

} // namespace hookworks
