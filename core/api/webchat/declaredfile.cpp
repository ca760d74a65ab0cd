// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/webchat/declaredfile.h"

#include "media/filetypes.h"

#include <array>

namespace delpek::api::webchat
{

namespace
{

struct Kind {
    const char* type;
    std::array<const char*, 2> endings;
};

constexpr auto kinds = std::to_array<Kind>({{"image/jpeg", {"jpg", "jpeg"}},
                                            {"image/png", {"png", "png"}},
                                            {"image/webp", {"webp", "webp"}},
                                            {"application/pdf", {"pdf", "pdf"}}});

} // namespace

Result<QString> typeOf(const DeclaredFile& file)
{
    const QString ending = file.name.section(QLatin1Char('.'), -1).toLower();
    for (const Kind& kind : kinds) {
        const bool named = file.name.contains(QLatin1Char('.')) &&
                           (ending == QLatin1String(kind.endings[0]) || ending == QLatin1String(kind.endings[1]));
        if (named && file.type == kind.type && media::acceptedType(QString::fromLatin1(kind.type), file.bytes)) {
            return QString::fromLatin1(kind.type);
        }
    }
    return fail(ErrorCode::InvalidInput, QStringLiteral("only JPEG, PNG and WebP images and PDF documents are taken"));
}

} // namespace delpek::api::webchat
