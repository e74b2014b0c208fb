/** Labels in Hebrew, Arabic and Chinese; see locales.ts for what the sources quote. */
import type { Labels } from "./locales.ts";

/** The three languages, their gaps filled from `base`. */
export function east(base: Labels): { he: Labels; ar: Labels; zh: Labels } {
  return { he: hebrew(base), ar: arabic(base), zh: chinese(base) };
}

function hebrew(base: Labels): Labels {
  return {
    ...base,
    rtl: true,
    hour12: false,
    placeholder: "הקלדת הודעה",
    toGroup: (name) => `הקלדת הודעה לקבוצה ${name}`,
    toPerson: (name) => `הקלדת הודעה אל ${name}`,
    send: "שליחה",
    sendCount: (count) => `שליחה ${count} נבחרו`,
    sendEdited: "שליחת ההודעה הערוכה",
    addCaption: "הוספת כיתוב",
    voice: "הודעה קולית",
    schedule: "תזמון הודעה",
    emoji: "אמוג'י, GIF ומדבקות",
    attach: "צירוף",
    search: "חיפוש או התחלת צ'אט חדש",
    chats: "צ'אטים",
    details: "פרטי הפרופיל",
    toBottom: "גלילה לתחתית",
    you: "את/ה:",
    yesterday: "אתמול",
    today: "היום",
    encrypted: "דף הדגמה: דבר אינו יוצא מהמחשב הזה.",
    online: "מחובר/ת",
    followers: "1,248 עוקבים",
    forwardTo: "העברת הודעה אל",
    editTitle: "עריכת הודעה",
    questionTitle: "שאלה לעוקבים",
    statusPrompt: "הקלדת סטטוס",
    close: "סגירה",
    rewrite: "ניסוח מחדש",
  };
}

function arabic(base: Labels): Labels {
  return {
    ...base,
    rtl: true,
    hour12: true,
    placeholder: "اكتب رسالة",
    toGroup: (name) => `اكتب رسالة إلى مجموعة ${name}`,
    toPerson: (name) => `اكتب رسالة إلى ${name}`,
    send: "إرسال",
    sendCount: (count) => `إرسال ${count} محدد`,
    sendEdited: "إرسال الرسالة المعدّلة",
    addCaption: "إضافة تعليق",
    voice: "رسالة صوتية",
    schedule: "جدولة الرسالة",
    emoji: "رموز تعبيرية وصور متحركة وملصقات",
    attach: "إرفاق",
    search: "ابحث أو ابدأ دردشة جديدة",
    chats: "الدردشات",
    details: "تفاصيل الملف الشخصي",
    toBottom: "التمرير إلى الأسفل",
    you: "أنت:",
    yesterday: "أمس",
    today: "اليوم",
    encrypted: "صفحة عرض: لا شيء يغادر هذا الحاسوب.",
    online: "متصل الآن",
    followers: "1,248 متابعًا",
    forwardTo: "إعادة توجيه الرسالة إلى",
    editTitle: "تعديل الرسالة",
    questionTitle: "اطرح سؤالًا على المتابعين",
    statusPrompt: "اكتب حالة",
    close: "إغلاق",
    rewrite: "إعادة صياغة",
  };
}

function chinese(base: Labels): Labels {
  return {
    ...base,
    hour12: false,
    placeholder: "输入消息",
    toGroup: (name) => `输入消息发送至群组 ${name}`,
    toPerson: (name) => `输入消息给 ${name}`,
    send: "发送",
    sendCount: (count) => `发送已选 ${count} 项`,
    sendEdited: "发送已编辑的消息",
    addCaption: "添加说明",
    voice: "语音消息",
    schedule: "定时发送",
    emoji: "表情、动图、贴图",
    attach: "附件",
    search: "搜索或开始新对话",
    chats: "对话",
    details: "个人资料",
    toBottom: "滚动到底部",
    you: "您:",
    yesterday: "昨天",
    today: "今天",
    encrypted: "演示页面:一切都留在本机。",
    online: "在线",
    followers: "1,248 位关注者",
    forwardTo: "转发消息至",
    editTitle: "编辑消息",
    questionTitle: "向关注者提问",
    statusPrompt: "输入动态",
    close: "关闭",
    rewrite: "改写",
  };
}
